package dev.tagalong.domain.follow;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.ConversationDeletion;
import dev.tagalong.domain.memory.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MutesTest {
    private final Desk desk = new Desk();
    private final Mutes mutes = new Mutes(desk.store.records(), desk.store.ledger(), desk.ids);
    private final ParticipantList list = new ParticipantList(desk.store.participants(), desk.store.records());
    private final Followers followers = new Followers(desk.store.records(), desk.store.ledger(), list, desk.ids);
    private final Instant tomorrow = desk.clock.instant().plus(Duration.ofDays(1));
    private final ConversationId ticket = desk.supportTicket();

    private Outcome<Optional<Instant>> mute(UserId user, @Nullable Instant until) {
        return mutes.mute(desk.as(user), ticket, until, desk.clock.instant());
    }

    @Test
    void theUnseenIsNotFound() {
        assertThat(refused(mute(ALICE, tomorrow))).isEqualTo(Refusal.NotFound.class);
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
    }

    @Test
    void whoHasOnlyTheHistoryLeftMutesNothing() {
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);

        assertThat(refused(mute(ALICE, tomorrow))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void aTokenForSomethingElseIsForbidden() {
        var limited = new Caller(Desk.WORKSPACE, BOB, Set.of(Scope.USERS_MANAGE), tomorrow);

        assertThat(refused(mutes.mute(limited, ticket, tomorrow, desk.clock.instant())))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void aTimeThatHasComeIsRefused() {
        assertThat(refused(mute(BOB, desk.clock.instant()))).isEqualTo(Refusal.Invalid.class);
    }

    @Test
    void aTimeBeyondAHundredYearsIsRefused() {
        var last = desk.clock.instant().plus(Mutes.LONGEST);

        assertThat(refused(mute(BOB, last.plusMillis(1)))).isEqualTo(Refusal.Invalid.class);
        assertThat(done(mute(BOB, last))).contains(last);
    }

    @Test
    void whoeverDoesNotFollowMutesWithoutBecomingAParticipant() {
        assertThat(done(mute(BOB, tomorrow))).contains(tomorrow);

        var muted = desk.membership(ticket, BOB).orElseThrow();
        assertThat(muted.isMuted(tomorrow.minusMillis(1))).isTrue();
        assertThat(muted.isMuted(tomorrow)).isFalse();
        assertThat(muted.counts()).isFalse();
        assertThat(desk.ticket(ticket).participantCount()).isZero();
        assertThat(list.of(Desk.WORKSPACE, ticket)).isEmpty();
    }

    @Test
    void aMuteGrantsNoAccess() {
        mute(BOB, tomorrow);
        desk.assign(ticket, new Assignment(null, Desk.BILLING));

        assertThat(refused(followers.list(desk.as(BOB), ticket))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void aMuteIsInNoLog() {
        mute(BOB, tomorrow);
        mute(BOB, null);

        assertThat(desk.log()).isEmpty();
    }

    @Test
    void aFollowerMutesAndFollowsOn() {
        desk.follows(ticket, ALICE);

        mute(ALICE, tomorrow);

        var muted = desk.membership(ticket, ALICE).orElseThrow();
        assertThat(muted.mutedUntil()).isEqualTo(tomorrow);
        assertThat(muted.isListed()).isTrue();
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
    }

    @Test
    void contactsWhoTakePartMuteToo() {
        desk.follows(ticket, LINDA);

        assertThat(done(mute(LINDA, tomorrow))).contains(tomorrow);
    }

    @Test
    void aMuteOutlivesUnfollowingAndFollowingAgain() {
        desk.follows(ticket, BOB);
        mute(BOB, tomorrow);

        done(followers.unfollow(desk.as(BOB), ticket, desk.clock.instant()));
        assertThat(desk.membership(ticket, BOB).orElseThrow().mutedUntil()).isEqualTo(tomorrow);
        done(followers.follow(desk.as(BOB), ticket, desk.clock.instant()));
        assertThat(desk.membership(ticket, BOB).orElseThrow().mutedUntil()).isEqualTo(tomorrow);
    }

    @Test
    void endingTheMuteOfAFollowerLeavesTheFollow() {
        desk.follows(ticket, BOB);
        mute(BOB, tomorrow);

        assertThat(done(mute(BOB, null))).isEmpty();
        var membership = desk.membership(ticket, BOB).orElseThrow();
        assertThat(membership.mutedUntil()).isNull();
        assertThat(membership.isListed()).isTrue();
    }

    @Test
    void endingTheMuteOfSomebodyElseLeavesNothing() {
        mute(BOB, tomorrow);

        assertThat(done(mute(BOB, null))).isEmpty();
        assertThat(desk.membership(ticket, BOB)).isEmpty();
    }

    @Test
    void sayingWhatIsSoWritesNothing() {
        mute(BOB, tomorrow);
        var before = desk.membership(ticket, BOB).orElseThrow();

        assertThat(done(mute(BOB, tomorrow))).contains(tomorrow);
        assertThat(done(mute(SAM, null))).isEmpty();
        assertThat(desk.membership(ticket, BOB)).contains(before);
        assertThat(desk.membership(ticket, SAM)).isEmpty();
    }

    @Test
    void aFollowThatWasFasterIsKept() {
        desk.store.faults().beforeNextCommit(() -> done(followers.follow(desk.as(BOB), ticket, desk.clock.instant())));

        mute(BOB, tomorrow);

        var membership = desk.membership(ticket, BOB).orElseThrow();
        assertThat(membership.isListed()).isTrue();
        assertThat(membership.mutedUntil()).isEqualTo(tomorrow);
    }

    @Test
    void aTicketDeletedMeanwhileIsNotMuted() {
        var deletion = new ConversationDeletion(desk.store.records(), desk.store.ledger(), desk.ids);
        desk.store.faults().beforeNextCommit(() -> done(deletion.delete(desk.as(SAM), ticket, desk.clock.instant())));

        assertThat(refused(mute(BOB, tomorrow))).isEqualTo(Refusal.NotFound.class);
        assertThat(desk.membership(ticket, BOB)).isEmpty();
    }

    @Test
    void losingTheTicketMeanwhileLosesTheMute() {
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, new Assignment(null, Desk.BILLING)));

        assertThat(refused(mute(BOB, tomorrow))).isEqualTo(Refusal.NotFound.class);
    }
}
