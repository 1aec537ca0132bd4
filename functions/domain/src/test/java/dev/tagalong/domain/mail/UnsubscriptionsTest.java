package dev.tagalong.domain.mail;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.follow.Followers;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.Mutes;
import dev.tagalong.domain.follow.ParticipantList;
import dev.tagalong.domain.mail.Unsubscriptions.Unsubscription;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscriptionsTest {
    private static final Outcome<Unsubscription> NO_LINK = Outcome.refused(new Refusal.NotFound("link"));

    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final TokenIssue issue = new TokenIssue(desk.store.mailTokens(), desk.ids);
    private final Unsubscriptions unsubscriptions = new Unsubscriptions(
            desk.store.records(),
            desk.store.mailTokens(),
            new Followers(
                    desk.store.records(),
                    desk.store.ledger(),
                    new ParticipantList(desk.store.participants(), desk.store.records()),
                    desk.ids),
            new Mutes(desk.store.records(), desk.store.ledger(), desk.ids));

    private String link(UserId user, Reason reason) {
        return issue.of(new MailKey(WORKSPACE, user, ticket), reason).inLink();
    }

    private Outcome<Unsubscription> unsubscribe(String token) {
        return unsubscriptions.unsubscribe(token, desk.clock.instant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "00000000000000000000000000.demo",
                "00000000000000000000000000.-",
                "00000000000000000000000000_demo",
                "00000000000000000000000000",
                "zzzzzzzzzzzzzzzzzzzzzzzzzz.demo",
                "00000000000000000000000000.demo\n"
            })
    void whatWasNeverGivenIsNoLink(String token) {
        assertThat(unsubscriptions.look(token)).isEqualTo(NO_LINK);
        assertThat(unsubscribe(token)).isEqualTo(NO_LINK);
    }

    @Test
    void aLinkOfAnotherWorkspaceIsNone() {
        desk.follows(ticket, ALICE);
        var link = link(ALICE, Reason.FOLLOWER);
        assertThat(unsubscribe(link.replace(".demo", ".other"))).isEqualTo(NO_LINK);
        assertThat(desk.membership(ticket, ALICE)).isPresent();
    }

    @Test
    void lookingChangesNothing() {
        desk.follows(ticket, ALICE);
        var link = link(ALICE, Reason.FOLLOWER);
        assertThat(done(unsubscriptions.look(link))).isEqualTo(new Unsubscription(217, Unsubscribing.UNFOLLOW));
        assertThat(desk.membership(ticket, ALICE)).map(Membership::isListed).contains(true);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whoGotItAsAFollowerFollowsNoLongerAndTheLogSaysSoOnce() {
        desk.follows(ticket, ALICE);
        desk.follows(ticket, SAM);
        var link = link(ALICE, Reason.ADDED);
        assertThat(unsubscribe(link)).isEqualTo(unsubscribe(link));
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
        assertThat(desk.membership(ticket, SAM)).isPresent();
        assertThat(desk.logged()).containsExactly(ActivityType.UNFOLLOWED);
    }

    @Test
    void whoGotItForAnotherReasonMutesAndKeepsFollowing() {
        desk.follows(ticket, BOB);
        done(unsubscribe(link(BOB, Reason.MENTION)));
        var muted = desk.membership(ticket, BOB).orElseThrow();
        assertThat(muted.isListed()).isTrue();
        assertThat(muted.isMuted(desk.clock.instant().plus(Duration.ofDays(36_000))))
                .isTrue();
    }

    @Test
    void theAssigneeMutesWithoutFollowingAndARepeatWritesNothing() {
        desk.assign(ticket, new Assignment(ALICE, null));
        var link = link(ALICE, Reason.ASSIGNED);
        done(unsubscribe(link));
        var first = desk.membership(ticket, ALICE);
        desk.clock.advance(Duration.ofDays(1));
        done(unsubscribe(link));
        assertThat(desk.membership(ticket, ALICE))
                .isEqualTo(first)
                .map(Membership::follows)
                .contains(false);
    }

    @Test
    void whoLostAccessMeanwhileIsToldThatItIsDone() {
        var link = link(ALICE, Reason.MENTION);
        assertThat(done(unsubscribe(link)).way()).isEqualTo(Unsubscribing.MUTE);
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
    }

    @Test
    void whoWasErasedHasNoLinkAnyMore() {
        var link = link(ALICE, Reason.FOLLOWER);
        desk.commit(new Write.EraseUser(desk.user(ALICE), SAM, desk.clock.instant()));
        assertThat(unsubscribe(link)).isEqualTo(NO_LINK);
    }

    @Test
    void ofADeletedConversationThereIsNoLink() {
        var link = link(ALICE, Reason.FOLLOWER);
        desk.commit(new Write.DeleteConversation(desk.ticket(ticket)));
        assertThat(unsubscriptions.look(link)).isEqualTo(NO_LINK);
    }

    @Test
    void whatIsBusyIsSaidToBe() {
        desk.follows(ticket, ALICE);
        var link = link(ALICE, Reason.FOLLOWER);
        desk.store.faults().staleCommits(100);
        assertThat(Desk.refused(unsubscribe(link))).isEqualTo(Refusal.Busy.class);
    }
}
