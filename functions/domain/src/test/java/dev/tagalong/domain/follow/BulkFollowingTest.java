package dev.tagalong.domain.follow;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SYSTEM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkFollowingTest {
    private static final ConversationId UNKNOWN = new ConversationId(new UUID(0x4000, 0x9fffffffffffffffL));

    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final ConversationId other = desk.supportTicket();
    private final BulkFollowing bulk =
            new BulkFollowing(desk.store.records(), desk.store.ledger(), desk.ids, desk.clock);

    private static BulkOrder add(List<ConversationId> conversations, UserId... users) {
        return new BulkOrder(conversations, List.of(users), BulkOrder.Action.ADD, false);
    }

    private static BulkOrder remove(List<ConversationId> conversations, UserId... users) {
        return new BulkOrder(conversations, List.of(users), BulkOrder.Action.REMOVE, false);
    }

    private static BulkOrder dry(BulkOrder order) {
        return new BulkOrder(order.conversations(), order.users(), order.action(), true);
    }

    private List<BulkItem> run(UserId caller, BulkOrder order) {
        return done(bulk.run(desk.as(caller), order));
    }

    private List<String> words(UserId caller, BulkOrder order) {
        return run(caller, order).stream().map(item -> word(item.result())).toList();
    }

    private static String word(BulkItem.Result result) {
        return switch (result) {
            case BulkItem.Result.Changed changed -> "changed";
            case BulkItem.Result.Unchanged unchanged -> "unchanged";
            case BulkItem.Result.Refused refused -> refused.refusal().message();
            case BulkItem.Result.NotAttempted not -> "not attempted";
            case BulkItem.Result.Failed failed -> "failed";
        };
    }

    @Test
    void whoIsNobodyOrMayNotReadIsRefusedAsAWhole() {
        assertThat(refused(bulk.run(desk.as(new UserId(999)), add(List.of(ticket), ALICE))))
                .isEqualTo(Refusal.Unauthenticated.class);
        var writer = new Caller(
                WORKSPACE,
                BOB,
                Set.of(Scope.CONVERSATIONS_WRITE),
                desk.clock.instant().plusSeconds(60));
        assertThat(refused(bulk.run(writer, add(List.of(ticket), ALICE)))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void noneKeepsAnotherFromBeingDone() {
        var foreign = desk.ticket(new Assignment(ALICE, null));
        assertThat(words(
                        BOB, add(List.of(UNKNOWN, ticket, foreign, other), ALICE, new UserId(999), LINDA, SYSTEM, BOB)))
                .containsExactly(
                        "conversation not found",
                        "conversation not found",
                        "conversation not found",
                        "conversation not found",
                        "conversation not found",
                        "changed",
                        "user not found",
                        "user not found",
                        "unchanged",
                        "changed",
                        "conversation not found",
                        "conversation not found",
                        "conversation not found",
                        "conversation not found",
                        "conversation not found",
                        "changed",
                        "user not found",
                        "user not found",
                        "unchanged",
                        "changed");
    }

    @Test
    void aRepetitionChangesNothing() {
        run(BOB, add(List.of(ticket, other), ALICE, SAM));
        assertThat(words(BOB, add(List.of(ticket, other), ALICE, SAM))).containsOnly("unchanged");
        assertThat(desk.logged()).hasSize(4).containsOnly(ActivityType.FOLLOWER_ADDED);
        assertThat(words(BOB, remove(List.of(ticket, other), ALICE, SAM))).containsOnly("changed");
        assertThat(words(BOB, remove(List.of(ticket, other), ALICE, SAM))).containsOnly("unchanged");
        assertThat(desk.ticket(ticket).participantCount()).isZero();
    }

    @Test
    void whoIsNamedTwiceCountsOnce() {
        assertThat(run(BOB, add(List.of(ticket, ticket), ALICE, ALICE))).hasSize(1);
    }

    @Test
    void aFollowerByGrantMayEndNothingButTheirOwn() {
        desk.follows(ticket, ALICE);
        desk.follows(ticket, SAM);
        assertThat(words(ALICE, add(List.of(ticket), BOB))).containsExactly("you may not do this");
        assertThat(words(ALICE, remove(List.of(ticket), SAM, ALICE))).containsExactly("you may not do this", "changed");
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
    }

    @Test
    void theAssigneeIsLeftAsTheyAre() {
        desk.assign(ticket, new Assignment(ALICE, null));
        assertThat(words(SAM, add(List.of(ticket), ALICE))).containsExactly("unchanged");
    }

    @Test
    void theLimitHoldsForEachConversation() {
        desk.settings(new WorkspaceSettings(1, true, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        assertThat(words(BOB, add(List.of(ticket, other), ALICE, SAM)))
                .containsExactly(
                        "changed",
                        "the conversation has its limit of 1 participants",
                        "changed",
                        "the conversation has its limit of 1 participants");
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        desk.settings(new WorkspaceSettings(2, true, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        desk.follows(ticket, SAM);
        var log = desk.log();
        var lee = desk.agent(60);
        var order = add(List.of(ticket, UNKNOWN, other), ALICE, SAM, lee);
        var said = words(BOB, dry(order));
        assertThat(words(BOB, dry(order))).isEqualTo(said);
        assertThat(desk.log()).isEqualTo(log);
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
        assertThat(words(BOB, order)).isEqualTo(said).contains("changed", "unchanged", "conversation not found");
    }

    @Test
    void aDryRunOfRemovingWritesNothing() {
        desk.follows(ticket, ALICE);
        assertThat(words(BOB, dry(remove(List.of(ticket), ALICE, SAM)))).containsExactly("changed", "unchanged");
        assertThat(desk.membership(ticket, ALICE)).isPresent();
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whatFailsIsSaidAndTheRestIsDone() {
        desk.store.faults().failOnce(2);
        assertThat(words(BOB, add(List.of(ticket), ALICE, SAM))).containsExactly("failed", "changed");
        assertThat(words(BOB, add(List.of(ticket), ALICE, SAM))).containsExactly("changed", "unchanged");
    }

    @Test
    void afterTwentySecondsNothingMoreIsBegunAndARepetitionGoesOn() {
        var looks = new AtomicInteger();
        var start = desk.clock.instant();
        InstantSource slow = () -> start.plusSeconds(10L * looks.getAndIncrement());
        var late = new BulkFollowing(desk.store.records(), desk.store.ledger(), desk.ids, slow);
        var order = add(List.of(ticket), ALICE, SAM, BOB);
        assertThat(done(late.run(desk.as(BOB), order)).stream().map(item -> word(item.result())))
                .containsExactly("changed", "not attempted", "not attempted");
        assertThat(words(BOB, order)).containsExactly("unchanged", "changed", "changed");
    }

    @Test
    void manyByManyAreDoneEachOnce() {
        var tickets =
                IntStream.range(0, 40).mapToObj(at -> desk.supportTicket()).toList();
        var agents = IntStream.range(100, 120).mapToObj(desk::agent).toArray(UserId[]::new);
        assertThat(words(SAM, add(tickets, agents))).hasSize(800).containsOnly("changed");
        assertThat(tickets)
                .allSatisfy(
                        each -> assertThat(desk.ticket(each).participantCount()).isEqualTo(20));
    }
}
