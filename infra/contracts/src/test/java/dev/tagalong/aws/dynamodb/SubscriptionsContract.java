package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
import dev.tagalong.domain.subscription.Subscriptions;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
import dev.tagalong.domain.subscription.ThreadKey;
import dev.tagalong.domain.subscription.ThreadType;
import dev.tagalong.domain.subscription.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What thread subscriptions promise. */
abstract class SubscriptionsContract {
    private static final Topic NOTE = new Topic(ThreadType.INTERNAL, ThreadCategory.MANUAL, ThreadEvent.INTERNAL_NOTE);
    private static final Topic REPLY = new Topic(ThreadType.EXTERNAL, ThreadCategory.AUTOMATIC, ThreadEvent.REPLY);
    private static final UserId ADA = new UserId(3);

    private final Workspace workspace = open();
    private final Subscriptions subscriptions = workspace.stores.subscriptions();
    private final ThreadKey thread = new ThreadKey(new DepartmentId(UUID.randomUUID()), Workspace.LINDA);
    private final ThreadKey other = new ThreadKey(thread.department(), new UserId(99));

    abstract Workspace open();

    private Subscription draft(int user, Topic... topics) {
        return draft(thread, user, topics);
    }

    private Subscription draft(ThreadKey of, int user, Topic... topics) {
        return new Subscription(of, new UserId(user), Set.of(topics), workspace.ids.event());
    }

    private Commit change(@Nullable Subscription before, @Nullable Subscription after) {
        var id = after == null ? workspace.ids.event() : after.lastChange();
        return workspace.commit(new Write.ChangeSubscription(new SubscriptionChange(id, ADA, before, after)));
    }

    private List<Subscription> mine(int user) {
        return workspace.stores.estate().subscriptions(workspace.id, new UserId(user), 10);
    }

    @Test
    void subscriptionStandsWithItsThreadAndWithItsUser() {
        var made = draft(42, NOTE, REPLY);
        assertThat(change(null, made)).isEqualTo(new Commit.Committed());
        change(null, draft(7, NOTE));
        change(null, draft(other, 42, NOTE));

        assertThat(subscriptions.of(workspace.id, thread))
                .hasSize(2)
                .extracting(found -> found.user().value())
                .containsExactly(7, 42);
        assertThat(subscriptions.find(workspace.id, thread, new UserId(42))).contains(made);
        assertThat(subscriptions.find(workspace.id, thread, new UserId(17))).isEmpty();
        assertThat(mine(42)).hasSize(2).contains(made);
        assertThat(subscriptions.of(open().id, thread)).isEmpty();
    }

    @Test
    void changeOfWhatHasChangedMeanwhileIsStale() {
        var first = draft(42, NOTE);
        var second = draft(42, REPLY);
        change(null, first);
        assertThat(change(first, second)).isEqualTo(new Commit.Committed());

        assertThat(change(null, draft(42, NOTE))).isEqualTo(new Commit.Stale());
        assertThat(change(first, draft(42, NOTE))).isEqualTo(new Commit.Stale());
        assertThat(change(first, null)).isEqualTo(new Commit.Stale());
        assertThat(subscriptions.find(workspace.id, thread, new UserId(42))).contains(second);
    }

    @Test
    void endedSubscriptionIsGoneFromBothPlaces() {
        var made = draft(42, NOTE);
        change(null, made);

        assertThat(change(made, null)).isEqualTo(new Commit.Committed());

        assertThat(subscriptions.of(workspace.id, thread)).isEmpty();
        assertThat(mine(42)).isEmpty();
        assertThat(change(made, null)).isEqualTo(new Commit.Stale());
        assertThat(change(null, draft(42, NOTE))).isEqualTo(new Commit.Committed());
    }

    @Test
    void limitHoldsUnderManyAtOnceAndEndedOnesMakeRoom() throws Exception {
        List<Callable<Commit>> all = IntStream.rangeClosed(1, Subscription.MOST + 5)
                .mapToObj(user -> (Callable<Commit>) () -> patiently(draft(user, NOTE)))
                .toList();

        try (var executor = Executors.newFixedThreadPool(8)) {
            assertThat(executor.invokeAll(all))
                    .filteredOn(done -> done.resultNow().equals(new Commit.LimitReached(Subscription.MOST)))
                    .hasSize(5);
        }
        var standing = subscriptions.of(workspace.id, thread);
        assertThat(standing).hasSize(Subscription.MOST);
        assertThat(change(standing.getFirst(), null)).isEqualTo(new Commit.Committed());
        assertThat(change(null, draft(500, NOTE))).isEqualTo(new Commit.Committed());
        assertThat(change(null, draft(501, NOTE))).isEqualTo(new Commit.LimitReached(Subscription.MOST));
    }

    private Commit patiently(Subscription made) {
        var commit = change(null, made);
        return commit instanceof Commit.Busy ? patiently(made) : commit;
    }

    @Test
    void usersAreFoundByTheirUuids() {
        var bob = Workspace.agent(42);
        workspace.commit(new Write.CreateUser(bob));
        var directory = workspace.stores.directory();

        assertThat(directory.byUuids(workspace.id, Set.of(bob.uuid(), UUID.randomUUID())))
                .isEqualTo(Map.of(bob.uuid(), bob.id()));
        assertThat(directory.byUuids(workspace.id, Set.of())).isEmpty();
    }
}
