package dev.tagalong.domain.message;

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
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Followers;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.follow.ParticipantList;
import dev.tagalong.domain.memory.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Draft NOTE = new Draft("between us", true, false, List.of());
    private static final Draft REPLY = new Draft("dear Linda", false, false, List.of());
    private static final Draft AS_CUSTOMER = new Draft("it hangs", false, true, List.of());

    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Messages messages =
            new Messages(desk.store.records(), desk.store.ledger(), desk.store.messages(), desk.ids);

    private Outcome<MessageView> post(UserId caller, Draft draft) {
        desk.clock.advance(Duration.ofMillis(5));
        return messages.post(desk.as(caller), ticket, draft, desk.clock.instant());
    }

    private List<String> read(UserId caller) {
        return done(messages.page(desk.as(caller), ticket, 1, 10)).rows().stream()
                .map(view -> view.message().content())
                .toList();
    }

    @Test
    void whoDoesNotSeeItPostsNothing() {
        assertThat(refused(post(ALICE, NOTE))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(post(LINDA, REPLY))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void aFollowerByGrantPostsNotesAndNothingElse() {
        desk.follows(ticket, ALICE);
        assertThat(refused(post(ALICE, REPLY))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(post(ALICE, AS_CUSTOMER))).isEqualTo(Refusal.Forbidden.class);
        assertThat(done(post(ALICE, NOTE)).message().type()).isEqualTo(MessageType.NOTE);
    }

    @Test
    void aFollowerWhoMayOnlyReadPostsNothing() {
        desk.member(ticket, ALICE, FollowAccess.READ, Notify.ALL);
        assertThat(refused(post(ALICE, NOTE))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void whoseFollowEndsAtTheSameMomentPostsNothing() {
        desk.follows(ticket, ALICE);
        desk.store.faults().beforeNextCommit(() -> unfollows(ALICE));
        assertThat(refused(post(ALICE, NOTE))).isEqualTo(Refusal.NotFound.class);
        assertThat(read(SAM)).isEmpty();
    }

    @Test
    void whoSeesItByRolePostsAlthoughTheirFollowEndsAtTheSameMoment() {
        desk.follows(ticket, SAM);
        desk.store.faults().beforeNextCommit(() -> unfollows(SAM));
        done(post(SAM, NOTE));
        assertThat(desk.membership(ticket, SAM).filter(Membership::follows)).isEmpty();
    }

    @Test
    void whoseTicketIsAssignedToAnotherAtTheSameMomentPostsNothing() {
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, new Assignment(ALICE, null)));
        assertThat(refused(post(BOB, REPLY))).isEqualTo(Refusal.NotFound.class);
        assertThat(read(SAM)).isEmpty();
    }

    @Test
    void aSupervisorPostsToWhomeverItIsAssignedAtTheSameMoment() {
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, new Assignment(ALICE, null)));
        done(post(SAM, REPLY));
        assertThat(read(ALICE)).containsExactly(REPLY.content());
    }

    @Test
    void whoseMembershipHasEndedPostsNothing() {
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(refused(post(ALICE, NOTE))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void whoeverViewsByRolePostsNotesButDoesNotReply() {
        desk.assign(ticket, Assignment.NOBODY);
        assertThat(done(post(ALICE, NOTE)).message().author()).isEqualTo(ALICE);
        assertThat(refused(post(ALICE, REPLY))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void aContactPostsIncomingMessagesAndNoNotes() {
        desk.follows(ticket, LINDA);
        assertThat(refused(post(LINDA, NOTE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(done(post(LINDA, REPLY)).message().type()).isEqualTo(MessageType.INCOMING);
    }

    @Test
    void aContactWhoMayOnlyReadPostsNothing() {
        desk.member(ticket, LINDA, FollowAccess.READ, Notify.ALL);
        assertThat(refused(post(LINDA, REPLY))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void aNoteInTheCustomersNameIsInvalid() {
        assertThat(refused(post(BOB, new Draft("no", true, true, List.of())))).isEqualTo(Refusal.Invalid.class);
    }

    @Test
    void onlyAgentsAreMentioned() {
        for (var nobody : List.of(LINDA, SYSTEM, new UserId(999))) {
            assertThat(refused(post(BOB, new Draft("look", true, false, List.of(nobody)))))
                    .isEqualTo(Refusal.Invalid.class);
        }
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void aTokenThatOnlyReadsPostsNothing() {
        var reader = limited(Scope.CONVERSATIONS_READ);
        assertThat(refused(messages.post(reader, ticket, NOTE, desk.clock.instant())))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void aTokenThatOnlyWritesPosts() {
        var writer = limited(Scope.CONVERSATIONS_WRITE);
        assertThat(done(messages.post(writer, ticket, NOTE, desk.clock.instant()))
                        .message()
                        .type())
                .isEqualTo(MessageType.NOTE);
    }

    private Caller limited(Scope scope) {
        return new Caller(WORKSPACE, BOB, Set.of(scope), desk.clock.instant().plusSeconds(60));
    }

    @Test
    void whatIsPostedInTheCustomersNameIsTheCustomersAndTheLogSaysWhoDidIt() {
        var posted = done(post(BOB, AS_CUSTOMER)).message();
        assertThat(posted.author()).isEqualTo(LINDA);
        assertThat(posted.type()).isEqualTo(MessageType.INCOMING);
        assertThat(desk.log().getLast().actor()).isEqualTo(LINDA);
        assertThat(desk.log().getLast().details()).isEqualTo(Map.of("posted_by", "42"));
    }

    @Test
    void theActivityHasTheMessagesId() {
        var posted = done(post(BOB, REPLY)).message();
        assertThat(desk.logged()).containsExactly(ActivityType.MESSAGE_POSTED);
        assertThat(desk.log().getLast().id()).isEqualTo(posted.id());
        assertThat(desk.log().getLast().message()).isEqualTo(posted.id());
        assertThat(desk.ticket(ticket).lastActivityAt()).isEqualTo(desk.clock.instant());
    }

    @Test
    void aContactReadsNoNotesAndTheTotalDoesNotCountThem() {
        desk.follows(ticket, LINDA);
        done(post(BOB, NOTE));
        done(post(BOB, REPLY));
        assertThat(read(LINDA)).containsExactly("dear Linda");
        assertThat(done(messages.page(desk.as(LINDA), ticket, 1, 10)).total()).isEqualTo(1);
        assertThat(read(BOB)).containsExactly("between us", "dear Linda");
    }

    @Test
    void whoseMembershipHasEndedReadsWhatWasSaidUntilThen() {
        desk.follows(ticket, ALICE);
        done(post(BOB, REPLY));
        desk.clock.advance(Duration.ofMillis(5));
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        done(post(BOB, NOTE));
        assertThat(read(ALICE)).containsExactly("dear Linda");
    }

    @Test
    void whoJoinsAgainReadsAllOfTheHistory() {
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        done(post(BOB, NOTE));
        desk.follows(ticket, ALICE);
        assertThat(read(ALICE)).containsExactly("between us");
    }

    private void unfollows(UserId user) {
        var list = new ParticipantList(desk.store.participants(), desk.store.records());
        var followers = new Followers(desk.store.records(), desk.store.ledger(), list, desk.ids);
        done(followers.unfollow(desk.as(user), ticket, desk.clock.instant()));
    }

    @Test
    void unfollowingRevokesReading() {
        desk.follows(ticket, ALICE);
        done(post(ALICE, NOTE));
        unfollows(ALICE);
        assertThat(refused(messages.page(desk.as(ALICE), ticket, 1, 10))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void pageOneHoldsTheNewestOldestFirst() {
        for (int i = 1; i <= 5; i++) {
            done(post(SAM, new Draft("m" + i, true, false, List.of())));
        }
        var first = done(messages.page(desk.as(SAM), ticket, 1, 2));
        assertThat(first.rows()).extracting(view -> view.message().content()).containsExactly("m4", "m5");
        assertThat(done(messages.page(desk.as(SAM), ticket, 3, 2)).rows()).hasSize(1);
        assertThat(first.total()).isEqualTo(5);
    }
}
