package dev.tagalong.domain.follow;

import static dev.tagalong.domain.memory.Desk.ADA;
import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SYSTEM;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembershipsTest {
    private static final Terms READ = new Terms(FollowAccess.READ, Notify.ALL);

    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Memberships memberships = new Memberships(
            desk.store.records(),
            desk.store.ledger(),
            new Seats(desk.store.index(), desk.store.directory(), desk.store.records()),
            desk.ids);

    private Seat seat(UserId user) {
        return new Seat(ticket.toString(), desk.user(user).uuid().toString());
    }

    private Outcome<Boolean> join(UserId caller, UserId target, Terms terms) {
        return memberships.join(desk.as(caller), seat(target), terms, desk.clock.instant());
    }

    private Outcome<Boolean> change(UserId caller, UserId target, TermsChange change) {
        return memberships.change(desk.as(caller), seat(target), change, null, desk.clock.instant());
    }

    private Outcome<Boolean> access(UserId caller, UserId target, FollowAccess access) {
        return change(caller, target, new TermsChange(access, null));
    }

    private Outcome<Boolean> leave(UserId caller, UserId target) {
        return leave(caller, target, null);
    }

    private Outcome<Boolean> leave(UserId caller, UserId target, @Nullable TalkJsVersion version) {
        return memberships.leave(desk.as(caller), seat(target), version, desk.clock.instant());
    }

    private Membership membership(UserId user) {
        return desk.membership(ticket, user).orElseThrow();
    }

    private int participants() {
        return desk.ticket(ticket).participantCount();
    }

    private void settings(int limit, boolean assigneeCanFollow, TalkJsVersion version) {
        desk.settings(new WorkspaceSettings(limit, true, assigneeCanFollow, Duration.ZERO, true, version));
    }

    @Test
    void whoDoesNotSeeTheConversationIsToldThatThereIsNone() {
        var none = new Refusal.NotFound("conversation");
        assertThat(join(ALICE, ALICE, Terms.DEFAULT)).isEqualTo(Outcome.refused(none));
        assertThat(join(ALICE, BOB, Terms.DEFAULT)).isEqualTo(Outcome.refused(none));
        assertThat(access(ALICE, ALICE, FollowAccess.READ)).isEqualTo(Outcome.refused(none));
        assertThat(access(ALICE, BOB, FollowAccess.READ)).isEqualTo(Outcome.refused(none));
        assertThat(leave(ALICE, BOB)).isEqualTo(Outcome.refused(none));
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void unknownNamesAreNotFoundUnlessTheCallerMayNotKnow() {
        var nobody = new Seat(ticket.toString(), "nobody");
        var nowhere = new Seat("nowhere", desk.user(BOB).uuid().toString());
        var now = desk.clock.instant();
        assertThat(memberships.join(desk.as(SAM), nobody, Terms.DEFAULT, now))
                .isEqualTo(Outcome.refused(new Refusal.NotFound("user")));
        assertThat(memberships.leave(desk.as(SAM), nobody, null, now))
                .isEqualTo(Outcome.refused(new Refusal.NotFound("user")));
        assertThat(memberships.join(desk.as(SAM), nowhere, Terms.DEFAULT, now))
                .isEqualTo(Outcome.refused(new Refusal.NotFound("conversation")));
        desk.follows(ticket, ALICE);
        assertThat(refused(memberships.join(desk.as(ALICE), nobody, Terms.DEFAULT, now)))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void somebodyInactiveOrUnknownCallsNothing() {
        var gone = desk.inactiveAgent(60);
        var now = desk.clock.instant();
        assertThat(refused(join(gone, gone, Terms.DEFAULT))).isEqualTo(Refusal.Unauthenticated.class);
        assertThat(refused(memberships.leave(desk.as(new UserId(999)), new Seat("nowhere", "nobody"), null, now)))
                .isEqualTo(Refusal.Unauthenticated.class);
    }

    @Test
    void somebodyInactiveCannotBeJoinedAndCanBeRemoved() {
        var gone = desk.inactiveAgent(60);
        assertThat(refused(join(SAM, gone, Terms.DEFAULT))).isEqualTo(Refusal.NotFound.class);
        desk.member(ticket, gone, FollowAccess.NONE, Notify.ALL);
        assertThat(refused(access(SAM, gone, FollowAccess.READ))).isEqualTo(Refusal.NotFound.class);
        assertThat(done(leave(SAM, gone))).isTrue();
    }

    @Test
    void theSystemUserIsNeverAParticipant() {
        assertThat(done(join(SAM, SYSTEM, Terms.DEFAULT))).isFalse();
        assertThat(done(leave(SAM, SYSTEM))).isFalse();
        assertThat(refused(access(SAM, SYSTEM, FollowAccess.READ))).isEqualTo(Refusal.NotFound.class);
        assertThat(desk.membership(ticket, SYSTEM)).isEmpty();
    }

    @Test
    void followersManageNobodyElse() {
        desk.follows(ticket, ALICE);
        desk.follows(ticket, ADA);
        assertThat(refused(join(ALICE, SAM, Terms.DEFAULT))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(join(ALICE, ADA, Terms.DEFAULT))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(access(ALICE, ADA, FollowAccess.READ))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(leave(ALICE, ADA))).isEqualTo(Refusal.Forbidden.class);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void nobodyRaisesTheirOwnAccess() {
        desk.member(ticket, ALICE, FollowAccess.READ, Notify.ALL);
        assertThat(refused(join(ALICE, ALICE, Terms.DEFAULT))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(access(ALICE, ALICE, FollowAccess.READ_WRITE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(membership(ALICE).access()).isEqualTo(FollowAccess.READ);
    }

    @Test
    void nobodyComesBackByThemselvesWhoseMembershipHasEnded() {
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(refused(join(ALICE, ALICE, READ))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(access(ALICE, ALICE, FollowAccess.READ))).isEqualTo(Refusal.Forbidden.class);
        assertThat(membership(ALICE).access()).isEqualTo(FollowAccess.NONE);
    }

    @Test
    void everybodyLowersTheirOwnAccessAndChoosesTheirNotices() {
        desk.follows(ticket, ALICE);
        assertThat(done(access(ALICE, ALICE, FollowAccess.READ))).isTrue();
        assertThat(done(change(ALICE, ALICE, new TermsChange(null, Notify.MENTIONS_ONLY))))
                .isTrue();
        assertThat(membership(ALICE).terms()).isEqualTo(new Terms(FollowAccess.READ, Notify.MENTIONS_ONLY));
        assertThat(participants()).isEqualTo(1);
        assertThat(desk.logged()).containsOnly(ActivityType.MEMBERSHIP_CHANGED);
        assertThat(desk.log().getLast().details()).isEqualTo(Map.of("access", "read", "notify", "mentions_only"));
    }

    @Test
    void whoViewsByRoleChoosesTheirOwnAccess() {
        desk.assign(ticket, Assignment.NOBODY);
        desk.member(ticket, ALICE, FollowAccess.READ, Notify.ALL);
        assertThat(done(access(ALICE, ALICE, FollowAccess.READ_WRITE))).isTrue();
        desk.member(ticket, BOB, FollowAccess.NONE, Notify.ALL);
        assertThat(done(join(BOB, BOB, Terms.DEFAULT))).isTrue();
    }

    @Test
    void whoViewsByRoleBringsInWhoSeesItAndChangesNobody() {
        desk.assign(ticket, Assignment.NOBODY);
        assertThat(done(join(BOB, ALICE, READ))).isTrue();
        assertThat(done(join(BOB, ALICE, READ))).as("the same again").isFalse();
        assertThat(refused(join(BOB, ALICE, Terms.DEFAULT))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(access(BOB, ALICE, FollowAccess.NONE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(leave(BOB, ALICE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(join(BOB, LINDA, READ)))
                .as("a contact sees nothing yet")
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(membership(ALICE).access()).isEqualTo(FollowAccess.READ);
    }

    @Test
    void contactsJoinCountAndManageNobody() {
        assertThat(refused(join(LINDA, LINDA, READ))).isEqualTo(Refusal.NotFound.class);
        assertThat(done(join(BOB, LINDA, READ))).isTrue();
        assertThat(participants()).isEqualTo(1);
        assertThat(refused(join(LINDA, LINDA, Terms.DEFAULT))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(join(LINDA, ALICE, READ))).isEqualTo(Refusal.Forbidden.class);
        assertThat(done(leave(LINDA, LINDA))).isTrue();
        assertThat(participants()).isZero();
    }

    @Test
    void joiningOverwritesTheTermsAndASecondTimeChangesNothing() {
        desk.member(ticket, ALICE, FollowAccess.READ, Notify.NOTHING);
        assertThat(done(join(SAM, ALICE, Terms.DEFAULT))).isTrue();
        assertThat(done(join(SAM, ALICE, Terms.DEFAULT))).isFalse();
        assertThat(membership(ALICE).terms()).isEqualTo(Terms.DEFAULT);
        assertThat(participants()).isEqualTo(1);
        assertThat(desk.logged()).containsExactly(ActivityType.MEMBERSHIP_CHANGED);
    }

    @Test
    void theLimitHoldsForJoiningAndForComingBack() {
        settings(1, false, TalkJsVersion.NONE_ADDED);
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(done(join(SAM, LINDA, Terms.DEFAULT))).isTrue();
        assertThat(refused(join(SAM, BOB, Terms.DEFAULT))).isEqualTo(Refusal.Conflict.class);
        assertThat(refused(access(SAM, ALICE, FollowAccess.READ))).isEqualTo(Refusal.Conflict.class);
        assertThat(done(join(SAM, LINDA, READ))).as("already inside").isTrue();
        assertThat(participants()).isEqualTo(1);
    }

    @Test
    void theAssigneeJoinsParkedAndCounts() {
        desk.assign(ticket, new Assignment(ALICE, null));
        assertThat(done(join(SAM, ALICE, READ))).isTrue();
        assertThat(done(join(ALICE, ALICE, READ))).isFalse();
        assertThat(membership(ALICE).parked()).isTrue();
        assertThat(membership(ALICE).access()).isEqualTo(FollowAccess.READ);
        assertThat(participants()).isEqualTo(1);
        assertThat(desk.logged()).containsExactly(ActivityType.FOLLOW_PARKED);
        assertThat(done(leave(ALICE, ALICE))).isTrue();
        assertThat(participants()).isZero();
    }

    @Test
    void theAssigneeJoinsOpenlyWhereTheWorkspaceLetsThem() {
        settings(100, true, TalkJsVersion.NONE_ADDED);
        desk.assign(ticket, new Assignment(ALICE, null));
        assertThat(done(join(ALICE, ALICE, Terms.DEFAULT))).isTrue();
        assertThat(membership(ALICE).isListed()).isTrue();
    }

    @Test
    void whoWasParkedIsTakenUpByJoiningOnceTheWorkspaceLetsAssigneesFollow() {
        desk.assign(ticket, new Assignment(ALICE, null));
        done(join(SAM, ALICE, READ));
        settings(1, true, TalkJsVersion.NONE_ADDED);

        assertThat(done(join(ALICE, ALICE, READ))).isTrue();
        assertThat(done(join(ALICE, ALICE, READ))).isFalse();
        assertThat(membership(ALICE).isListed()).isTrue();
        assertThat(membership(ALICE).terms()).isEqualTo(READ);
        assertThat(participants()).isEqualTo(1);
        assertThat(desk.logged()).containsExactly(ActivityType.FOLLOW_PARKED, ActivityType.FOLLOW_RESTORED);
    }

    @Test
    void whoIsTakenUpOnOtherTermsHasThem() {
        desk.assign(ticket, new Assignment(ALICE, null));
        done(join(SAM, ALICE, READ));
        settings(1, true, TalkJsVersion.NONE_ADDED);

        assertThat(done(join(SAM, ALICE, Terms.DEFAULT))).isTrue();
        assertThat(membership(ALICE).isListed()).isTrue();
        assertThat(membership(ALICE).terms()).isEqualTo(Terms.DEFAULT);
        assertThat(desk.log().getLast().details()).containsEntry("access", "read_write");
    }

    @Test
    void whoIsAssignedMeanwhileIsParked() {
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, new Assignment(ALICE, null)));
        assertThat(done(join(SAM, ALICE, Terms.DEFAULT))).isTrue();
        assertThat(membership(ALICE).parked()).isTrue();
    }

    @Test
    void whoLosesTheConversationMeanwhileChangesNobody() {
        desk.follows(ticket, ALICE);
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, new Assignment(SAM, null)));
        assertThat(refused(access(BOB, ALICE, FollowAccess.READ))).isEqualTo(Refusal.NotFound.class);
        assertThat(membership(ALICE).access()).isEqualTo(FollowAccess.READ_WRITE);
    }

    @Test
    void changingSomebodyWhoNeverJoinedOrHasLeftIsNotFound() {
        assertThat(refused(access(SAM, ALICE, FollowAccess.READ))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(access(SAM, SAM, FollowAccess.READ))).isEqualTo(Refusal.NotFound.class);
        join(SAM, ALICE, READ);
        leave(SAM, ALICE);
        assertThat(refused(access(SAM, ALICE, FollowAccess.READ))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void changingNothingIsDoneAndLogsNothing() {
        desk.follows(ticket, ALICE);
        assertThat(done(change(ALICE, ALICE, new TermsChange(null, null)))).isFalse();
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void accessNoneEndsItAndComingBackBeginsAnew() {
        desk.follows(ticket, ALICE);
        assertThat(done(access(SAM, ALICE, FollowAccess.NONE))).isTrue();
        var ended = membership(ALICE);
        assertThat(ended.end())
                .extracting(Ending::by)
                .isEqualTo(desk.log().getLast().id());
        assertThat(participants()).isZero();
        desk.clock.advance(Duration.ofSeconds(5));
        assertThat(done(access(SAM, ALICE, FollowAccess.READ))).isTrue();
        assertThat(membership(ALICE).end()).isNull();
        assertThat(membership(ALICE).since()).isEqualTo(desk.clock.instant());
        assertThat(participants()).isEqualTo(1);
        assertThat(desk.logged()).containsExactly(ActivityType.FOLLOWER_REMOVED, ActivityType.FOLLOWER_ADDED);
    }

    @Test
    void whatAnEndedMembershipStillReadsStaysWhatItWas() {
        var ended = desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(done(change(ALICE, ALICE, new TermsChange(null, Notify.NOTHING))))
                .isTrue();
        assertThat(membership(ALICE).end()).isNotNull().isEqualTo(ended.end());
        assertThat(membership(ALICE).lastActivity()).isNotEqualTo(ended.lastActivity());
        assertThat(participants()).isZero();
    }

    @Test
    void accessNoneIsUnknownToTheInitialVersion() {
        desk.follows(ticket, ALICE);
        settings(100, false, TalkJsVersion.INITIAL);
        var none = new TermsChange(FollowAccess.NONE, null);
        assertThat(refused(change(SAM, ALICE, none))).isEqualTo(Refusal.Invalid.class);
        assertThat(done(memberships.change(
                        desk.as(SAM), seat(ALICE), none, TalkJsVersion.NONE_ADDED, desk.clock.instant())))
                .isTrue();
    }

    @Test
    void leavingTakesEverything() {
        desk.follows(ticket, ALICE);
        assertThat(done(leave(ALICE, ALICE))).isTrue();
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
        assertThat(done(leave(ALICE, ALICE))).as("once more").isFalse();
        assertThat(participants()).isZero();
        assertThat(desk.logged()).containsExactly(ActivityType.UNFOLLOWED);
    }

    @Test
    void leavingByTheInitialVersionKeepsWhatWasSaid() {
        desk.follows(ticket, ALICE);
        settings(100, false, TalkJsVersion.INITIAL);
        assertThat(done(leave(ALICE, ALICE))).isTrue();
        assertThat(membership(ALICE).access()).isEqualTo(FollowAccess.NONE);
        assertThat(done(leave(ALICE, ALICE))).as("once more").isFalse();
        assertThat(participants()).isZero();
    }

    @Test
    void theVersionThatACallNamesWinsOverTheWorkspaces() {
        settings(100, false, TalkJsVersion.INITIAL);
        desk.follows(ticket, ALICE);
        leave(ALICE, ALICE, TalkJsVersion.NONE_ADDED);
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
        settings(100, false, TalkJsVersion.NONE_ADDED);
        desk.follows(ticket, ALICE);
        leave(ALICE, ALICE, TalkJsVersion.INITIAL);
        assertThat(membership(ALICE).access()).isEqualTo(FollowAccess.NONE);
    }

    @Test
    void leavingWhatHasEndedTakesTheHistoryToo() {
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(done(leave(ALICE, ALICE))).isTrue();
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
        assertThat(participants()).isZero();
        assertThat(desk.logged()).containsExactly(ActivityType.MEMBERSHIP_CHANGED);
    }

    @Test
    void aMuteOutlivesLeavingAndIsNoMembership() {
        var follows = desk.follows(ticket, ALICE);
        var until = desk.clock.instant().plusSeconds(600);
        desk.commit(new Write.SaveMembership(
                follows,
                new Membership(
                        follows.key(),
                        true,
                        false,
                        FollowAccess.READ,
                        Notify.ALL,
                        SAM,
                        follows.since(),
                        null,
                        until,
                        desk.ids.event())));
        leave(ALICE, ALICE);
        assertThat(membership(ALICE).mutedUntil()).isEqualTo(until);
        assertThat(refused(access(SAM, ALICE, FollowAccess.READ))).isEqualTo(Refusal.NotFound.class);
        assertThat(done(leave(SAM, ALICE))).isFalse();
        assertThat(done(join(SAM, ALICE, READ))).isTrue();
        assertThat(membership(ALICE).mutedUntil()).isEqualTo(until);
    }

    @Test
    void leavingOnesOwnIsAlwaysAllowed() {
        assertThat(done(leave(ALICE, ALICE))).isFalse();
        desk.settings(new WorkspaceSettings(100, false, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        desk.follows(ticket, ALICE);
        assertThat(refused(access(ALICE, ALICE, FollowAccess.READ)))
                .as("where following grants nothing")
                .isEqualTo(Refusal.NotFound.class);
        assertThat(done(leave(ALICE, ALICE))).isTrue();
    }

    @Test
    void aStaleCommitIsDecidedAnew() {
        desk.store.faults().staleCommits(3);
        assertThat(done(join(SAM, ALICE, READ))).isTrue();
        assertThat(desk.log()).hasSize(1);
        desk.store.faults().staleCommits(100);
        assertThat(refused(leave(SAM, ALICE))).isEqualTo(Refusal.Busy.class);
    }
}
