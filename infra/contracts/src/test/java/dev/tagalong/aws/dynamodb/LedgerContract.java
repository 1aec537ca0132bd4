package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.SocketPass;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.conversation.MessageCount;
import dev.tagalong.domain.conversation.Origin;
import dev.tagalong.domain.conversation.Source;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of every ledger. */
abstract class LedgerContract {
    private Workspace workspace;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
    }

    @Test
    void followingWritesMembershipInBothPlacesAndCounts() {
        var conversation = workspace.conversation(1).id();

        assertThat(workspace.follow(conversation, 42, 100)).isEqualTo(new Commit.Committed());

        assertThat(workspace.stored(conversation).participantCount()).isEqualTo(1);
        var mine = index().memberships(workspace.id, new UserId(42));
        var theirs = workspace.stores.participants().of(workspace.id, conversation);
        assertThat(mine).hasSize(1).isEqualTo(theirs);
    }

    @Test
    void secondFollowOfSamePairIsStaleAndChangesNothing() {
        var conversation = workspace.conversation(1).id();
        workspace.follow(conversation, 42, 100);

        assertThat(workspace.follow(conversation, 42, 100)).isEqualTo(new Commit.Stale());

        assertThat(workspace.stored(conversation).participantCount()).isEqualTo(1);
        assertThat(log().page(workspace.id, conversation, 1, 100).total()).isEqualTo(1);
    }

    @Test
    void followOfSamePairForTheLastPlaceIsStaleNotRefused() {
        var conversation = workspace.conversation(1).id();
        workspace.follow(conversation, 42, 1);

        assertThat(workspace.follow(conversation, 42, 1)).isEqualTo(new Commit.Stale());
    }

    @Test
    void participantBeyondTheLimitIsRefused() {
        var conversation = workspace.conversation(1).id();
        workspace.follow(conversation, 42, 1);

        assertThat(workspace.follow(conversation, 43, 1)).isEqualTo(new Commit.LimitReached(1));

        assertThat(index().memberships(workspace.id, new UserId(43))).isEmpty();
    }

    @Test
    void otherAssignmentThanExpectedIsStaleEvenWhenFull() {
        var conversation = workspace.conversation(1).id();
        workspace.follow(conversation, 42, 1);

        var expected = new Assignment(new UserId(5), null);
        assertThat(workspace.commit(new Write.CountParticipant(conversation, 1, 1, expected)))
                .isEqualTo(new Commit.Stale());
    }

    @Test
    void severalParticipantsCountTogetherAndNeverPassTheLimit() {
        var conversation = workspace.conversation(1).id();
        var one = new Write.CountParticipant(conversation, 1, 2, Assignment.NOBODY);

        assertThat(workspace.commit(one, one, one)).isEqualTo(new Commit.LimitReached(2));
        assertThat(workspace.commit(one, one)).isEqualTo(new Commit.Committed());
        assertThat(workspace.stored(conversation).participantCount()).isEqualTo(2);
    }

    @Test
    void participantsCountedAtOnceNeverPassTheLimit() {
        var conversation = workspace.conversation(1).id();

        assertThat(workspace.commit(new Write.CountParticipant(conversation, 3, 2, Assignment.NOBODY)))
                .isEqualTo(new Commit.LimitReached(2));
        assertThat(workspace.commit(new Write.CountParticipant(conversation, 2, 2, Assignment.NOBODY)))
                .isEqualTo(new Commit.Committed());
        assertThat(workspace.stored(conversation).participantCount()).isEqualTo(2);
    }

    @Test
    void messageThatMakesThirtyFollowersFitsOneTransaction() {
        var conversation = workspace.conversation(1).id();
        var writes = new ArrayList<Write>();
        writes.add(new Write.AddMessage(workspace.message(conversation, MessageType.NOTE)));
        for (int user = 1; user <= 30; user++) {
            var membership = workspace.following(conversation, user);
            writes.add(new Write.SaveMembership(null, membership));
            writes.add(new Write.RecordActivity(
                    workspace.activity(membership.lastActivity(), conversation, ActivityType.FOLLOWED, user)));
        }
        writes.add(new Write.CountParticipant(conversation, 30, 100, Assignment.NOBODY));

        assertThat(workspace.commit(writes.toArray(Write[]::new))).isEqualTo(new Commit.Committed());
        assertThat(workspace.stored(conversation).participantCount()).isEqualTo(30);
        assertThat(workspace.stores.participants().of(workspace.id, conversation))
                .hasSize(30);
    }

    @Test
    void unfollowingAtTheLimitIsCounted() {
        var conversation = workspace.conversation(1).id();
        workspace.follow(conversation, 42, 1);

        var less = new Write.CountParticipant(conversation, -1, 1, Assignment.NOBODY);
        assertThat(workspace.commit(less)).isEqualTo(new Commit.Committed());
        assertThat(workspace.stored(conversation).participantCount()).isZero();
    }

    @Test
    void assignmentIsExpectedWithoutCountingAnybody() {
        var conversation = workspace.conversation(1).id();
        workspace.follow(conversation, 42, 1);

        var nobody = new Write.CountParticipant(conversation, 0, 1, Assignment.NOBODY);
        var other = new Write.CountParticipant(conversation, 0, 1, new Assignment(new UserId(5), null));
        var gone = new Write.CountParticipant(workspace.draft(2).id(), 0, 1, Assignment.NOBODY);
        assertThat(workspace.commit(nobody)).isEqualTo(new Commit.Committed());
        assertThat(workspace.commit(other)).isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(gone)).isEqualTo(new Commit.Stale());
        assertThat(workspace.stored(conversation).participantCount()).isEqualTo(1);
    }

    @Test
    void deletedMembershipIsGoneFromBothPlaces() {
        var conversation = workspace.conversation(1).id();
        var membership = workspace.following(conversation, 42);
        workspace.commit(new Write.SaveMembership(null, membership));

        assertThat(workspace.commit(new Write.SaveMembership(membership, null))).isEqualTo(new Commit.Committed());

        assertThat(workspace.stores.participants().of(workspace.id, conversation))
                .isEmpty();
        assertThat(index().memberships(workspace.id, new UserId(42))).isEmpty();
    }

    @Test
    void membershipThatChangedMeanwhileIsStale() {
        var conversation = workspace.conversation(1).id();
        var read = workspace.following(conversation, 42);
        workspace.commit(new Write.SaveMembership(null, read));
        var first = read.withParked(true, workspace.ids.event());
        workspace.commit(new Write.SaveMembership(read, first));

        var second = read.left(workspace.ids.event());
        assertThat(workspace.commit(new Write.SaveMembership(read, second))).isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.ExpectMembership(read.key(), read)))
                .isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.ExpectMembership(read.key(), first)))
                .isEqualTo(new Commit.Committed());
    }

    @Test
    void updateOfAnOlderVersionIsStale() {
        var before = workspace.conversation(1);
        var after = workspace.closed(before);
        assertThat(workspace.commit(new Write.UpdateConversation(before, after)))
                .isEqualTo(new Commit.Committed());

        assertThat(workspace.commit(new Write.UpdateConversation(before, after)))
                .isEqualTo(new Commit.Stale());
        assertThat(workspace.stored(before.id())).isEqualTo(after);
    }

    @Test
    void updateChangesStateAndAssignmentOnly() {
        var before = workspace.conversation(1);
        var other = named(2, "order-1");
        var after = new Conversation(
                before.id(),
                other.reference(),
                other.externalId(),
                workspace.closed(before).state(),
                Assignment.NOBODY.withUser(new UserId(42)),
                new Origin(new UserId(17), Channel.CHAT, Source.WIDGET, null, null),
                before.createdAt().plusSeconds(1),
                before.lastActivityAt().plusSeconds(1),
                5,
                new MessageCount(5, 5),
                2);

        assertThat(workspace.commit(new Write.UpdateConversation(before, after)))
                .isEqualTo(new Commit.Committed());

        assertThat(workspace.stored(before.id()))
                .isEqualTo(new Conversation(
                        before.id(),
                        before.reference(),
                        before.externalId(),
                        after.state(),
                        after.assignment(),
                        before.origin(),
                        before.createdAt(),
                        after.lastActivityAt(),
                        0,
                        MessageCount.NONE,
                        2));
        assertThat(index().byExternalId(workspace.id, "order-1")).isEmpty();
    }

    @Test
    void updateTouchAndCountOfOneConversationGoIntoOneTransaction() {
        var before = workspace.conversation(1);
        workspace.clock.advance(Duration.ofMinutes(1));
        var assigned = before.withAssignment(Assignment.NOBODY.withUser(new UserId(42)), workspace.clock.instant());

        var commit = workspace.commit(
                new Write.UpdateConversation(before, assigned),
                new Write.AddMessage(workspace.message(before.id(), MessageType.OUTGOING)),
                new Write.CountParticipant(before.id(), 1, 100, Assignment.NOBODY));

        assertThat(commit).isEqualTo(new Commit.Committed());
        var stored = workspace.stored(before.id());
        assertThat(stored.participantCount()).isEqualTo(1);
        assertThat(stored.assignment()).isEqualTo(assigned.assignment());
        assertThat(stored.lastActivityAt()).isEqualTo(workspace.clock.instant());
    }

    @Test
    void messageInAConversationThatIsGoneIsStale() {
        var gone = workspace.draft(1).id();

        assertThat(workspace.commit(new Write.AddMessage(workspace.message(gone, MessageType.NOTE))))
                .isEqualTo(new Commit.Stale());
    }

    @Test
    void whatIsDeletedIsNeitherFoundNorListedNorWrittenTo() {
        var read = workspace.conversation(1);
        assertThat(workspace.commit(new Write.DeleteConversation(read))).isEqualTo(new Commit.Committed());

        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).conversation(read.id()))
                        .conversations())
                .isEmpty();
        assertThat(index().all(workspace.id)).isEmpty();
        assertThat(index().byReference(workspace.id, 1)).isEmpty();
        var late = List.of(
                new Write.AddMessage(workspace.message(read.id(), MessageType.NOTE)),
                new Write.CountParticipant(read.id(), 1, 100, Assignment.NOBODY),
                new Write.UpdateConversation(read, read.withAssignment(Assignment.NOBODY, workspace.clock.instant())),
                new Write.DeleteConversation(read));
        assertThat(late).allSatisfy(write -> assertThat(workspace.commit(write)).isEqualTo(new Commit.Stale()));
    }

    @Test
    void aMailIsAMessageOnceForEachWriterAndConversation() {
        var conversation = workspace.conversation(1).id();
        var other = workspace.conversation(2).id();
        var mail = new Write.TakeMailId(conversation, new UserId(42), "<1@example.com>");
        var activity = workspace.activity(workspace.ids.event(), conversation, ActivityType.MESSAGE_POSTED, 42);

        assertThat(workspace.commit(mail)).isEqualTo(new Commit.Committed());
        assertThat(workspace.commit(mail, new Write.RecordActivity(activity)))
                .isEqualTo(new Commit.Taken(Write.TakeMailId.FIELD));
        assertThat(log().find(workspace.id, conversation, activity.id())).isEmpty();
        assertThat(workspace.commit(new Write.TakeMailId(other, new UserId(42), "<1@example.com>")))
                .isEqualTo(new Commit.Committed());
        assertThat(workspace.commit(new Write.TakeMailId(conversation, new UserId(17), "<1@example.com>")))
                .isEqualTo(new Commit.Committed());
        assertThat(workspace.commit(new Write.TakeMailId(conversation, new UserId(42), "<2@example.com>")))
                .isEqualTo(new Commit.Committed());
    }

    @Test
    void deletingAnOlderVersionIsStale() {
        var read = workspace.conversation(1);
        workspace.commit(
                new Write.UpdateConversation(read, read.withAssignment(Assignment.NOBODY, workspace.clock.instant())));

        assertThat(workspace.commit(new Write.DeleteConversation(read))).isEqualTo(new Commit.Stale());
        assertThat(index().byReference(workspace.id, 1)).contains(read.id());
    }

    private Conversation named(int reference, String externalId) {
        var draft = workspace.draft(reference);
        return new Conversation(
                draft.id(),
                reference,
                externalId,
                draft.state(),
                draft.assignment(),
                draft.origin(),
                draft.createdAt(),
                draft.lastActivityAt(),
                0,
                draft.messages(),
                1);
    }

    @Test
    void numberAndExternalIdOfWhatIsDeletedAreFreeItsUuidIsNot() {
        var named = named(7, "order-1");
        workspace.commit(new Write.CreateConversation(named));
        workspace.commit(new Write.DeleteConversation(named));

        assertThat(workspace.commit(new Write.CreateConversation(named))).isEqualTo(new Commit.Taken("uuid"));
        assertThat(workspace.commit(new Write.CreateConversation(named(7, "order-1"))))
                .isEqualTo(new Commit.Committed());
    }

    @Test
    void ofSeveralTakenNamesOneIsNamed() {
        workspace.commit(new Write.CreateConversation(named(7, "order-1")));

        assertThat(workspace.commit(new Write.CreateConversation(named(7, "order-1"))))
                .isEqualTo(new Commit.Taken("reference_number"));
        assertThat(workspace.commit(new Write.CreateConversation(named(8, "order-1"))))
                .isEqualTo(new Commit.Taken("external_id"));
    }

    @Test
    void takenNamesAreNamed() {
        workspace.commit(new Write.CreateUser(Workspace.agent(1, "Bob@Example.com")));

        assertThat(workspace.commit(new Write.CreateUser(Workspace.agent(1, "other@example.com"))))
                .isEqualTo(new Commit.Taken("id"));
        assertThat(workspace.commit(new Write.CreateUser(Workspace.agent(2, "bob@EXAMPLE.com"))))
                .isEqualTo(new Commit.Taken("email"));
        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).user(new UserId(2)))
                        .user(new UserId(2)))
                .isEmpty();
    }

    @Test
    void moreThanAHundredItemsAreRefused() {
        var conversation = workspace.conversation(1).id();
        var memberships = IntStream.rangeClosed(1, 51)
                .mapToObj(user -> new Write.SaveMembership(null, workspace.following(conversation, user)))
                .toArray(Write[]::new);

        assertThatRuntimeException().as("two items each").isThrownBy(() -> workspace.commit(memberships));
        assertThat(workspace.stores.participants().of(workspace.id, conversation))
                .isEmpty();
    }

    @Test
    void takenReferenceNumberIsNamed() {
        workspace.conversation(217);

        assertThat(workspace.commit(new Write.CreateConversation(workspace.draft(217))))
                .isEqualTo(new Commit.Taken("reference_number"));
    }

    @Test
    void activityIsWrittenOnce() {
        var conversation = workspace.conversation(1).id();
        var activity = workspace.activity(workspace.ids.event(), conversation, ActivityType.STATUS_CHANGED, 42);

        assertThat(workspace.commit(new Write.RecordActivity(activity))).isEqualTo(new Commit.Committed());
        assertThat(workspace.commit(new Write.RecordActivity(activity))).isEqualTo(new Commit.Taken("activity"));
        assertThat(log().page(workspace.id, conversation, 1, 10).rows()).containsExactly(activity);
    }

    @Test
    void ticketIsStoredOnceAsAHash() {
        var token = workspace.id.value() + "." + workspace.ids.token();
        var pass = new SocketPass(new UserId(42), workspace.clock.instant(), workspace.clock.instant());

        assertThat(workspace.commit(new Write.IssueSocketTicket(token, pass))).isEqualTo(new Commit.Committed());
        assertThat(workspace.commit(new Write.IssueSocketTicket(token, pass))).isEqualTo(new Commit.Taken("ticket"));
    }

    @Test
    void fiftyAddersAtOnceFillTheLimitAndNeverPassIt() throws Exception {
        var conversation = workspace.conversation(1).id();

        var commits = atOnce(IntStream.rangeClosed(1, 50)
                .mapToObj(user -> (Callable<Commit>) () -> workspace.follow(conversation, user, 20))
                .toList());

        assertThat(commits).filteredOn(new Commit.Committed()::equals).hasSize(20);
        assertThat(commits).filteredOn(new Commit.LimitReached(20)::equals).hasSize(30);
        assertThat(workspace.stored(conversation).participantCount()).isEqualTo(20);
        assertThat(workspace.stores.participants().of(workspace.id, conversation))
                .hasSize(20);
    }

    @Test
    void ofManyFollowsOfOnePairExactlyOneIsWritten() throws Exception {
        var conversation = workspace.conversation(1).id();

        var commits = atOnce(IntStream.range(0, 20)
                .mapToObj(each -> (Callable<Commit>) () -> workspace.follow(conversation, 42, 100))
                .toList());

        assertThat(commits).filteredOn(new Commit.Committed()::equals).hasSize(1);
        assertThat(log().page(workspace.id, conversation, 1, 100).total()).isEqualTo(1);
    }

    @Test
    void logOfOnePairAlternatesHoweverManyChangeItAtOnce() throws Exception {
        var conversation = workspace.conversation(1).id();

        atOnce(IntStream.range(0, 20)
                .mapToObj(each -> (Callable<Commit>) () -> toggle(conversation))
                .toList());

        var oldestFirst = log().page(workspace.id, conversation, 1, 100).rows().reversed();
        assertThat(oldestFirst).isNotEmpty();
        for (int at = 0; at < oldestFirst.size(); at++) {
            assertThat(oldestFirst.get(at).type())
                    .isEqualTo(at % 2 == 0 ? ActivityType.FOLLOWED : ActivityType.UNFOLLOWED);
        }
        assertThat(workspace.stored(conversation).participantCount()).isEqualTo(oldestFirst.size() % 2);
    }

    @Test
    void followDecidedBeforeAnotherFollowAndUnfollowIsStale() {
        var conversation = workspace.conversation(1).id();
        var early = workspace.following(conversation, 42);
        toggle(conversation);
        toggle(conversation);

        assertThat(workspace.commit(new Write.SaveMembership(null, early))).isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.ExpectMembership(early.key(), null)))
                .isEqualTo(new Commit.Committed());
        assertThat(toggle(conversation)).isEqualTo(new Commit.Committed());
    }

    private Commit toggle(ConversationId conversation) {
        var user = new UserId(42);
        var before = workspace
                .records
                .read(Lookup.in(workspace.id).membership(conversation, user))
                .membership(conversation, user);
        var after = workspace.following(conversation, 42);
        var type = before.isEmpty() ? ActivityType.FOLLOWED : ActivityType.UNFOLLOWED;
        return workspace.commit(
                before.map(stored -> new Write.SaveMembership(stored, null))
                        .orElseGet(() -> new Write.SaveMembership(null, after)),
                new Write.CountParticipant(conversation, before.isEmpty() ? 1 : -1, 100, Assignment.NOBODY),
                new Write.RecordActivity(workspace.activity(after.lastActivity(), conversation, type, 42)));
    }

    @Test
    void numbersAreNeverGivenTwice() throws Exception {
        var numbers = atOnce(IntStream.range(0, 30)
                .mapToObj(each -> (Callable<Integer>) () -> workspace.ledger.next(workspace.id, Ledger.Counter.USER))
                .toList());

        assertThat(new HashSet<>(numbers)).hasSize(30).contains(1, 30);
        assertThat(workspace.ledger.next(workspace.id, Ledger.Counter.TEAM)).isEqualTo(1);
    }

    @Test
    void aCounterGoesOnByAsManyAsIsSaid() {
        assertThat(workspace.ledger.next(workspace.id, Ledger.Counter.USER)).isEqualTo(1);
        assertThat(workspace.ledger.next(workspace.id, Ledger.Counter.USER, 100))
                .isEqualTo(101);
        assertThat(workspace.ledger.next(workspace.id, Ledger.Counter.USER)).isEqualTo(102);
    }

    private ConversationIndex index() {
        return workspace.stores.index();
    }

    private ActivityLog log() {
        return workspace.stores.activityLog();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }
}
