package dev.tagalong.domain.follow;

import static dev.tagalong.domain.memory.Desk.ADA;
import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.OLGA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SYSTEM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowersTest {
    private static final UserId UNKNOWN = new UserId(9999);

    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Followers followers = new Followers(
            desk.store.records(),
            desk.store.ledger(),
            new ParticipantList(desk.store.participants(), desk.store.records()),
            desk.ids);

    private List<UserId> follow(UserId caller) {
        return ids(done(followers.follow(desk.as(caller), ticket, desk.clock.instant())));
    }

    private List<UserId> unfollow(UserId caller) {
        return ids(done(followers.unfollow(desk.as(caller), ticket, desk.clock.instant())));
    }

    private List<UserId> add(UserId caller, UserId target) {
        return ids(done(followers.add(desk.as(caller), ticket, target, desk.clock.instant())));
    }

    private List<UserId> remove(UserId caller, UserId target) {
        return ids(done(followers.remove(desk.as(caller), ticket, target, desk.clock.instant())));
    }

    private List<UserId> list(UserId caller) {
        return ids(done(followers.list(desk.as(caller), ticket)));
    }

    private Class<? extends Refusal> refusedToAdd(UserId caller, UserId target) {
        return refused(followers.add(desk.as(caller), ticket, target, desk.clock.instant()));
    }

    private Class<? extends Refusal> refusedToRemove(UserId caller, UserId target) {
        return refused(followers.remove(desk.as(caller), ticket, target, desk.clock.instant()));
    }

    private static List<UserId> ids(List<User> users) {
        return users.stream().map(User::id).toList();
    }

    private void limit(int most) {
        desk.settings(new WorkspaceSettings(most, true, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
    }

    @Test
    void whoDoesNotSeeATicketCannotFollowIt() {
        assertThat(refused(followers.follow(desk.as(ALICE), ticket, desk.clock.instant())))
                .isEqualTo(Refusal.NotFound.class);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whoseMembershipHasEndedIsShownNobodyWhoJoinedLater() {
        desk.follows(ticket, SAM);
        desk.clock.advance(Duration.ofMillis(5));
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        desk.clock.advance(Duration.ofMillis(5));
        desk.follows(ticket, BOB);

        assertThat(list(ALICE)).containsExactly(SAM);
        assertThat(list(BOB)).containsExactly(SAM, BOB);
    }

    @Test
    void whoJoinedAgainLaterIsSomebodyWhoJoinedLater() {
        desk.follows(ticket, SAM);
        desk.clock.advance(Duration.ofMillis(5));
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        unfollow(SAM);
        desk.clock.advance(Duration.ofMillis(5));
        follow(SAM);

        assertThat(list(ALICE)).isEmpty();
    }

    @Test
    void whoseMembershipHasEndedButWhoViewsByRoleIsShownEverybody() {
        desk.member(ticket, OLGA, FollowAccess.NONE, Notify.ALL);
        desk.clock.advance(Duration.ofMillis(5));
        desk.follows(ticket, BOB);

        assertThat(list(OLGA)).containsExactly(BOB);
    }

    @Test
    void anUnknownTicketIsNotFoundByAnyCall() {
        var unknown = new ConversationId(new UUID(1, 2));
        var now = desk.clock.instant();
        assertThat(refused(followers.list(desk.as(SAM), unknown))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(followers.follow(desk.as(SAM), unknown, now))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(followers.unfollow(desk.as(SAM), unknown, now))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(followers.add(desk.as(SAM), unknown, BOB, now))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(followers.remove(desk.as(SAM), unknown, BOB, now))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void somebodyUnknownOrInactiveOrTheSystemUserCallsNothing() {
        assertThat(refused(followers.list(desk.as(UNKNOWN), ticket))).isEqualTo(Refusal.Unauthenticated.class);
        assertThat(refused(followers.list(desk.as(desk.inactiveAgent(60)), ticket)))
                .isEqualTo(Refusal.Unauthenticated.class);
        assertThat(refused(followers.list(desk.as(SYSTEM), ticket))).isEqualTo(Refusal.Unauthenticated.class);
    }

    @Test
    void anUnknownUserIsNotFound() {
        assertThat(refusedToAdd(SAM, UNKNOWN)).isEqualTo(Refusal.NotFound.class);
        assertThat(refusedToRemove(SAM, UNKNOWN)).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void aContactIsNotFoundAmongAgents() {
        desk.follows(ticket, LINDA);

        assertThat(refusedToAdd(SAM, LINDA)).isEqualTo(Refusal.NotFound.class);
        assertThat(refusedToRemove(SAM, LINDA)).isEqualTo(Refusal.NotFound.class);
        assertThat(refusedToAdd(LINDA, LINDA)).isEqualTo(Refusal.NotFound.class);
        assertThat(list(SAM)).isEmpty();
    }

    @Test
    void anInactiveAgentIsNotFoundAndNotListed() {
        var gone = desk.inactiveAgent(60);
        desk.follows(ticket, gone);

        assertThat(refusedToAdd(SAM, gone)).isEqualTo(Refusal.NotFound.class);
        assertThat(list(SAM)).isEmpty();
    }

    @Test
    void addingOrRemovingTheSystemUserChangesNothing() {
        assertThat(add(SAM, SYSTEM)).isEmpty();
        assertThat(remove(SAM, SYSTEM)).isEmpty();
        assertThat(desk.log()).isEmpty();
        assertThat(desk.membership(ticket, SYSTEM)).isEmpty();
    }

    @Test
    void oneMoreThanTheLimitIsRefusedAndNothingChanges() {
        limit(1);
        add(SAM, ALICE);

        assertThat(refusedToAdd(SAM, ADA)).isEqualTo(Refusal.Conflict.class);
        assertThat(list(SAM)).containsExactly(ALICE);
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
        assertThat(desk.logged()).containsExactly(ActivityType.FOLLOWER_ADDED);
    }

    @Test
    void atTheLimitAFollowerMayBeAddedAgain() {
        limit(1);
        add(SAM, ALICE);
        assertThat(add(SAM, ALICE)).containsExactly(ALICE);
    }

    @Test
    void aFollowerWhoLeavesMakesRoom() {
        limit(1);
        add(SAM, ALICE);
        remove(SAM, ALICE);
        assertThat(add(SAM, ADA)).containsExactly(ADA);
    }

    @Test
    void aParkedFollowerCountsForTheLimitAndIsNotListed() {
        limit(1);
        var follows = desk.follows(ticket, BOB);
        desk.commit(new Write.SaveMembership(follows, follows.withParked(true, desk.ids.event())));

        assertThat(list(SAM)).isEmpty();
        assertThat(refusedToAdd(SAM, ALICE)).isEqualTo(Refusal.Conflict.class);
    }

    @Test
    void viewingByRoleAddsOnlyWhoSeesItAlready() {
        desk.assign(ticket, Assignment.NOBODY);
        var unassigned = desk.ticket(ticket);
        assertThat(unassigned.assignment().isNobody()).isTrue();

        assertThat(add(BOB, ALICE)).containsExactly(ALICE);
    }

    @Test
    void viewingByRoleRemovesNobodyElse() {
        desk.assign(ticket, Assignment.NOBODY);
        desk.follows(ticket, ALICE);
        assertThat(refusedToRemove(BOB, ALICE)).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void viewingByFollowGrantAddsAndRemovesNobodyElse() {
        desk.follows(ticket, ALICE);
        desk.follows(ticket, ADA);

        assertThat(refusedToAdd(ALICE, SAM)).isEqualTo(Refusal.Forbidden.class);
        assertThat(refusedToAdd(ALICE, ADA)).isEqualTo(Refusal.Forbidden.class);
        assertThat(refusedToRemove(ALICE, ADA)).isEqualTo(Refusal.Forbidden.class);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whoSeesNothingAddsNobodyAndIsToldNothing() {
        assertThat(refusedToAdd(ALICE, BOB)).isEqualTo(Refusal.NotFound.class);
        assertThat(refusedToRemove(ALICE, BOB)).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void followingTwiceIsFollowingOnce() {
        assertThat(follow(BOB)).containsExactly(BOB);
        assertThat(follow(BOB)).containsExactly(BOB);
        assertThat(desk.logged()).containsExactly(ActivityType.FOLLOWED);
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
    }

    @Test
    void removingSomebodyWhoDoesNotFollowChangesNothing() {
        assertThat(remove(SAM, ALICE)).isEmpty();
        assertThat(desk.log()).isEmpty();
        assertThat(desk.ticket(ticket).participantCount()).isZero();
    }

    @Test
    void addingOneselfIsFollowing() {
        assertThat(add(BOB, BOB)).containsExactly(BOB);
        assertThat(desk.logged()).containsExactly(ActivityType.FOLLOWED);
    }

    @Test
    void removingOneselfIsUnfollowing() {
        follow(BOB);
        assertThat(remove(BOB, BOB)).isEmpty();
        assertThat(desk.logged()).containsExactly(ActivityType.FOLLOWED, ActivityType.UNFOLLOWED);
    }

    @Test
    void theAssigneeWhoFollowsChangesNothing() {
        desk.assign(ticket, new Assignment(BOB, null));
        desk.follows(ticket, ADA);

        assertThat(follow(BOB)).containsExactly(ADA);
        assertThat(add(SAM, BOB)).containsExactly(ADA);
        assertThat(desk.log()).isEmpty();
        assertThat(desk.membership(ticket, BOB)).isEmpty();
    }

    @Test
    void theAssigneeFollowsWhereTheWorkspaceLetsThem() {
        desk.settings(new WorkspaceSettings(100, true, true, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        desk.assign(ticket, new Assignment(BOB, null));
        assertThat(follow(BOB)).containsExactly(BOB);
    }

    @Test
    void whoWasParkedTakesTheirFollowUpAgainOnceTheWorkspaceLetsAssigneesFollow() {
        for (var caller : List.of(BOB, SAM)) {
            desk.commit(parked(BOB));
            desk.settings(new WorkspaceSettings(1, true, true, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));

            assertThat(add(caller, BOB)).containsExactly(BOB);
            assertThat(add(caller, BOB)).containsExactly(BOB);
            assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
            assertThat(desk.log().getLast())
                    .extracting(Activity::type, Activity::actor, Activity::target)
                    .containsExactly(ActivityType.FOLLOW_RESTORED, caller, BOB);
        }
        assertThat(desk.log()).hasSize(2);
    }

    /** The follow of an assignee, set aside, counting for the limit once. */
    private Write parked(UserId user) {
        desk.assign(ticket, new Assignment(user, null));
        var follows = desk.membership(ticket, user).orElseGet(() -> desk.follows(ticket, user));
        return new Write.SaveMembership(follows, follows.withParked(true, desk.ids.event()));
    }

    @Test
    void everyChangeIsLoggedWithWhoDidItToWhom() {
        follow(BOB);
        add(SAM, ALICE);
        remove(SAM, ALICE);
        unfollow(BOB);

        assertThat(desk.log())
                .extracting(Activity::type, Activity::actor, Activity::target)
                .containsExactly(
                        tuple(ActivityType.FOLLOWED, BOB, BOB),
                        tuple(ActivityType.FOLLOWER_ADDED, SAM, ALICE),
                        tuple(ActivityType.FOLLOWER_REMOVED, SAM, ALICE),
                        tuple(ActivityType.UNFOLLOWED, BOB, BOB));
    }

    @Test
    void theMembershipNamesTheActivityThatMadeItAndWhoAddedIt() {
        add(SAM, ALICE);
        var membership = desk.membership(ticket, ALICE).orElseThrow();
        assertThat(membership.lastActivity()).isEqualTo(desk.log().getLast().id());
        assertThat(membership.addedBy()).isEqualTo(SAM);
    }

    @Test
    void theCallThatEndsAFollowGrantAnswersTheListAndTheNextAnEmptyOne() {
        desk.follows(ticket, ALICE);
        desk.follows(ticket, ADA);

        assertThat(unfollow(ALICE)).containsExactly(ADA);
        assertThat(unfollow(ALICE)).isEmpty();
        assertThat(refused(followers.list(desk.as(ALICE), ticket))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void whoKeepsViewByRoleSeesTheListAfterEveryUnfollow() {
        desk.follows(ticket, BOB);
        desk.follows(ticket, ADA);
        assertThat(unfollow(BOB)).containsExactly(ADA);
        assertThat(unfollow(BOB)).containsExactly(ADA);
    }

    @Test
    void whoNeverWasAMemberAndCannotViewMayUnfollowAndLearnsNothing() {
        desk.follows(ticket, ADA);
        assertThat(unfollow(ALICE)).isEmpty();
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whoseMembershipHasEndedLearnsNothingNewByUnfollowing() {
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        desk.follows(ticket, ADA);
        assertThat(unfollow(ALICE)).isEmpty();
    }

    @Test
    void aMuteOutlivesTheFollow() {
        var follows = desk.follows(ticket, BOB);
        var muted = new Membership(
                follows.key(),
                true,
                false,
                FollowAccess.READ_WRITE,
                Notify.NOTHING,
                BOB,
                follows.since(),
                null,
                desk.clock.instant().plusSeconds(600),
                desk.ids.event());
        desk.commit(new Write.SaveMembership(follows, muted));

        unfollow(BOB);

        var left = desk.membership(ticket, BOB).orElseThrow();
        assertThat(left.follows()).isFalse();
        assertThat(left.isMuted(desk.clock.instant())).isTrue();
        assertThat(left.notices())
                .as("what they wanted as a member ends with it")
                .isEqualTo(Notify.ALL);
        assertThat(follow(BOB)).containsExactly(BOB);
        assertThat(desk.membership(ticket, BOB).orElseThrow().isMuted(desk.clock.instant()))
                .isTrue();
    }

    @Test
    void followersAreListedInTheOrderInWhichTheyJoined() {
        add(SAM, OLGA);
        desk.clock.advance(Duration.ofSeconds(1));
        add(SAM, ALICE);
        desk.clock.advance(Duration.ofSeconds(1));
        assertThat(follow(BOB)).containsExactly(OLGA, ALICE, BOB);
    }

    @Test
    void aTokenWithoutTheScopeIsForbidden() {
        var narrow = new Caller(WORKSPACE, SAM, Set.of(), desk.clock.instant().plusSeconds(60));
        assertThat(refused(followers.list(narrow, ticket))).isEqualTo(Refusal.Forbidden.class);
    }
}
