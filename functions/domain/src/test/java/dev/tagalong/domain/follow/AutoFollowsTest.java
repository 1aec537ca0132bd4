package dev.tagalong.domain.follow;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SUPPORT;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.ConversationChanges;
import dev.tagalong.domain.conversation.ConversationEdit;
import dev.tagalong.domain.conversation.Conversations;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Draft;
import dev.tagalong.domain.message.Messages;
import dev.tagalong.domain.notification.AutoFollow;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AutoFollowsTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Messages messages =
            new Messages(desk.store.records(), desk.store.ledger(), desk.store.messages(), desk.ids);
    private final ConversationChanges changes = new ConversationChanges(
            desk.store.records(),
            desk.store.ledger(),
            desk.store.directory(),
            new Conversations(
                    desk.store.records(), desk.store.ledger(), desk.store.directory(), desk.store.index(), desk.ids),
            desk.ids);

    private void wants(UserId user, AutoFollow wish) {
        var settings = new NotificationSettings(Map.of(), wish, null);
        desk.commit(new Write.SaveUserSettings(desk.user(user), settings));
    }

    private void wantsAll(UserId... users) {
        for (var user : users) {
            wants(user, new AutoFollow(true, true, true));
        }
    }

    private void post(Caller caller, boolean isPrivate, boolean asCustomer, UserId... mentions) {
        desk.clock.advance(Duration.ofMillis(5));
        var draft = new Draft("look", isPrivate, asCustomer, List.of(mentions));
        done(messages.post(caller, ticket, draft, desk.clock.instant()));
    }

    private void note(UserId author, UserId... mentions) {
        post(desk.as(author), true, false, mentions);
    }

    private void reply(UserId author) {
        post(desk.as(author), false, false);
    }

    private void assign(UserId caller, @Nullable UserId assignee) {
        desk.clock.advance(Duration.ofMillis(5));
        var edit = ConversationEdit.NOTHING.withUser(assignee);
        done(changes.change(desk.as(caller), ticket, edit, desk.clock.instant()));
    }

    private boolean follows(UserId user) {
        return desk.membership(ticket, user).filter(Membership::isListed).isPresent();
    }

    private void limit(int participants) {
        desk.settings(new WorkspaceSettings(participants, true, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
    }

    @Test
    void nobodyFollowsOfItselfWhoDidNotAskForIt() {
        wants(SAM, new AutoFollow(false, true, true));
        wants(BOB, new AutoFollow(true, false, true));
        note(BOB, SAM, ALICE);
        reply(BOB);
        wants(BOB, new AutoFollow(true, true, false));
        assign(SAM, BOB);
        assertThat(desk.logged())
                .containsExactly(ActivityType.MESSAGE_POSTED, ActivityType.MESSAGE_POSTED, ActivityType.ASSIGNED);
        assertThat(desk.ticket(ticket).participantCount()).isZero();
    }

    @Test
    void whoDidNotAskForItCostsNoCallMore() {
        var faults = desk.store.faults();
        int start = faults.calls();
        note(BOB, SAM, ALICE);
        int plain = faults.calls();
        note(BOB);
        assertThat(faults.calls() - plain).isEqualTo(plain - start);
        wantsAll(SAM);
        int before = faults.calls();
        note(BOB, SAM, ALICE);
        assertThat(faults.calls() - before).isEqualTo(plain - start + 1);
    }

    @Test
    void whoIsMentionedFollowsAndTheLogSaysWhy() {
        wantsAll(SAM);
        note(BOB, SAM);
        assertThat(follows(SAM)).isTrue();
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
        assertThat(desk.logged()).containsExactly(ActivityType.MESSAGE_POSTED, ActivityType.FOLLOWED);
        var followed = desk.log().getLast();
        assertThat(followed.actor()).isEqualTo(SAM);
        assertThat(followed.target()).isEqualTo(SAM);
        assertThat(followed.details()).isEqualTo(Map.of("auto", "mention", "by", "42"));
    }

    @Test
    void whoMentionsThemselvesDoesNotFollow() {
        wantsAll(BOB);
        note(BOB, BOB);
        assertThat(follows(BOB)).isFalse();
    }

    @Test
    void whoMayGrantAccessGrantsItByAMention() {
        wantsAll(ALICE);
        note(BOB, ALICE);
        assertThat(follows(ALICE)).isTrue();
    }

    @Test
    void aMentionByWhoMayNotGrantAccessGrantsNone() {
        wantsAll(ALICE);
        var lee = desk.agent(60);
        desk.follows(ticket, lee);
        note(lee, ALICE);
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
    }

    @Test
    void aTokenThatMayNotAddFollowersGrantsNoAccessByAMention() {
        wantsAll(ALICE, SAM);
        var writer = new Caller(
                WORKSPACE,
                BOB,
                Set.of(Scope.CONVERSATIONS_WRITE),
                desk.clock.instant().plusSeconds(60));
        post(writer, true, false, ALICE, SAM);
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
        assertThat(follows(SAM)).isTrue();
    }

    @Test
    void whoSeesItFollowsWhoeverMentionsThem() {
        wantsAll(SAM);
        desk.follows(ticket, LINDA);
        post(desk.as(LINDA), false, false, SAM);
        assertThat(follows(SAM)).isTrue();
    }

    @Test
    void whoIsNoLongerActiveDoesNotFollow() {
        var gone = desk.inactiveAgent(60);
        wantsAll(gone);
        note(BOB, gone);
        assertThat(desk.membership(ticket, gone)).isEmpty();
    }

    @Test
    void whoFollowsAlreadyIsLeftAlone() {
        wantsAll(SAM, BOB);
        var before = desk.follows(ticket, SAM);
        note(BOB, SAM);
        assertThat(desk.membership(ticket, SAM)).contains(before);
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
    }

    @Test
    void whoReadsByAccessNoneOnlyFollowsAnewIfTheActorMayGrantIt() {
        wantsAll(ALICE);
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        var lee = desk.agent(60);
        desk.follows(ticket, lee);
        note(lee, ALICE);
        assertThat(follows(ALICE)).isFalse();
        note(BOB, ALICE);
        assertThat(follows(ALICE)).isTrue();
    }

    @Test
    void whoRepliesFollows() {
        wantsAll(BOB);
        reply(BOB);
        assertThat(follows(BOB)).isTrue();
        assertThat(desk.log().getLast().details()).containsEntry("auto", "reply");
        reply(BOB);
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
    }

    @Test
    void notesAndWhatIsPostedInTheCustomersNameAreNoReplies() {
        wantsAll(BOB);
        note(BOB);
        post(desk.as(BOB), false, true);
        assertThat(follows(BOB)).isFalse();
    }

    @Test
    void theAssigneesFollowIsParkedWhenTheyReply() {
        wantsAll(BOB);
        desk.assign(ticket, new Assignment(BOB, SUPPORT));
        reply(BOB);
        assertThat(desk.membership(ticket, BOB).orElseThrow().parked()).isTrue();
        assertThat(desk.logged()).containsExactly(ActivityType.MESSAGE_POSTED, ActivityType.FOLLOW_PARKED);
        assign(SAM, null);
        assertThat(follows(BOB)).isTrue();
    }

    @Test
    void whoIsAssignedFollowsOnceSomebodyElseIs() {
        wantsAll(ALICE);
        assign(SAM, ALICE);
        assertThat(desk.membership(ticket, ALICE).orElseThrow().parked()).isTrue();
        assertThat(desk.logged()).containsExactly(ActivityType.ASSIGNED, ActivityType.FOLLOW_PARKED);
        assertThat(desk.log().getLast().details()).isEqualTo(Map.of("auto", "assign", "by", "7"));
        assertThat(desk.log().getLast().actor()).isEqualTo(SAM);
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
        assign(SAM, BOB);
        assertThat(follows(ALICE)).isTrue();
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
    }

    @Test
    void whereAssigneesFollowTheAssignedOneFollowsAtOnce() {
        desk.settings(new WorkspaceSettings(100, true, true, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        wantsAll(ALICE);
        assign(SAM, ALICE);
        assertThat(follows(ALICE)).isTrue();
        assertThat(desk.logged()).containsExactly(ActivityType.ASSIGNED, ActivityType.FOLLOWED);
    }

    @Test
    void whoTakesATicketDoesNotFollowIt() {
        wantsAll(BOB);
        assign(BOB, BOB);
        assertThat(desk.membership(ticket, BOB)).isEmpty();
    }

    @Test
    void whoFollowsAndIsAssignedIsParkedOnce() {
        wantsAll(BOB);
        desk.follows(ticket, BOB);
        assign(SAM, BOB);
        assertThat(desk.membership(ticket, BOB).orElseThrow().parked()).isTrue();
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
    }

    @Test
    void atTheLimitWhatHappenedHappensWithoutAFollow() {
        wantsAll(SAM, BOB, ALICE);
        desk.follows(ticket, desk.agent(60));
        limit(1);
        note(BOB, SAM);
        reply(BOB);
        assign(SAM, ALICE);
        assertThat(desk.logged())
                .containsExactly(ActivityType.MESSAGE_POSTED, ActivityType.MESSAGE_POSTED, ActivityType.ASSIGNED);
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
        assertThat(desk.ticket(ticket).assignment().user()).isEqualTo(ALICE);
    }

    @Test
    void theLastPlaceGoesToWhoIsMentionedFirst() {
        wantsAll(SAM, ALICE);
        limit(1);
        note(BOB, ALICE, SAM);
        assertThat(follows(ALICE)).isTrue();
        assertThat(follows(SAM)).isFalse();
    }

    @Test
    void whenTheLastPlaceIsTakenMeanwhileTheMessageIsPostedOnce() {
        wantsAll(SAM);
        limit(1);
        var lee = desk.agent(60);
        desk.store.faults().beforeNextCommit(() -> desk.follows(ticket, lee));
        note(BOB, SAM);
        assertThat(follows(SAM)).isFalse();
        assertThat(desk.logged()).containsExactly(ActivityType.MESSAGE_POSTED);
    }

    @Test
    void aFollowMadeMeanwhileIsNotMadeTwice() {
        wantsAll(SAM);
        desk.store.faults().beforeNextCommit(() -> desk.follows(ticket, SAM));
        note(BOB, SAM);
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
        assertThat(desk.logged()).containsExactly(ActivityType.MESSAGE_POSTED);
    }

    @Test
    void whoLosesEditWhileWritingGrantsNoAccess() {
        wantsAll(ALICE);
        desk.follows(ticket, BOB);
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, new Assignment(SAM, null)));
        note(BOB, ALICE);
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
    }

    @Test
    void oneMessageMakesAsManyFollowersAsATransactionHolds() {
        var mentioned = new ArrayList<UserId>();
        for (int id = 100; id < 150; id++) {
            mentioned.add(desk.agent(id));
        }
        wantsAll(mentioned.toArray(UserId[]::new));
        note(BOB, mentioned.toArray(UserId[]::new));
        assertThat(mentioned.stream().filter(this::follows)).isEqualTo(mentioned.subList(0, 30));
        assertThat(desk.logged()).hasSize(1 + AutoFollows.MOST);
    }
}
