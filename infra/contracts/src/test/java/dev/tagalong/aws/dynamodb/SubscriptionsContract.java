package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What thread subscriptions promise. */
abstract class SubscriptionsContract {
    private static final Topic NOTE = new Topic(ThreadType.INTERNAL, ThreadCategory.MANUAL, ThreadEvent.INTERNAL_NOTE);
    private static final Topic REPLY = new Topic(ThreadType.EXTERNAL, ThreadCategory.AUTOMATIC, ThreadEvent.REPLY);
    private static final UserId ADA = new UserId(3);

    private final StoredWorkspace workspace = open();
    private final DynamoSubscriptions subscriptions = new DynamoSubscriptions(workspace.table);
    private final ThreadKey thread = new ThreadKey(new DepartmentId(UUID.randomUUID()), StoredWorkspace.LINDA);
    private final ThreadKey other = new ThreadKey(thread.department(), new UserId(99));

    abstract StoredWorkspace open();

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

    private List<Map<String, AttributeValue>> query(String pk, String prefix) {
        return workspace.table.query(pk, prefix);
    }

    private String mine(int user) {
        return Keys.user(workspace.id, new UserId(user));
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
        assertThat(query(mine(42), "THREAD#"))
                .hasSize(2)
                .extracting(SubscriptionItem::read)
                .contains(made);
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
        assertThat(query(mine(42), "THREAD#")).isEmpty();
        assertThat(change(made, null)).isEqualTo(new Commit.Stale());
        assertThat(change(null, draft(42, NOTE))).isEqualTo(new Commit.Committed());
    }

    @Test
    void eachChangeIsAnEntryOfTheLogThatStartsNoFanOut() {
        var first = draft(42, NOTE);
        var second = draft(42, REPLY);
        change(null, first);
        change(first, second);
        change(second, null);

        var log = query(
                Keys.subscriptionChange(workspace.id, thread, first.lastChange())
                        .pk(),
                Keys.EVENT);
        assertThat(log)
                .extracting(entry -> Item.read(entry).texts("added").toString()
                        + Item.read(entry).texts("revoked"))
                .containsExactly(
                        "[internal/manual/internal_note][]",
                        "[external/automatic/reply][internal/manual/internal_note]",
                        "[][external/automatic/reply]");
        assertThat(log).allSatisfy(entry -> {
            assertThat(Item.read(entry).text("entity")).isEqualTo("subscription change");
            assertThat(Item.read(entry).count("actor")).isEqualTo(3);
        });
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
        var bob = StoredWorkspace.agent(42);
        workspace.commit(new Write.CreateUser(bob));
        var directory = new DynamoDirectory(workspace.table);

        assertThat(directory.byUuids(workspace.id, Set.of(bob.uuid(), UUID.randomUUID())))
                .isEqualTo(Map.of(bob.uuid(), bob.id()));
        assertThat(directory.byUuids(workspace.id, Set.of())).isEmpty();
    }
}
