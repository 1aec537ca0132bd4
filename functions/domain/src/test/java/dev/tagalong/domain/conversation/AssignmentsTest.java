package dev.tagalong.domain.conversation;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BILLING;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SUPPORT;
import static dev.tagalong.domain.memory.Desk.SYSTEM;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentsTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final ConversationChanges changes = new ConversationChanges(
            desk.store.records(),
            desk.store.ledger(),
            desk.store.directory(),
            new Conversations(
                    desk.store.records(), desk.store.ledger(), desk.store.directory(), desk.store.index(), desk.ids),
            desk.ids);

    private Outcome<ConversationView> assign(UserId caller, @Nullable UserId user) {
        return changes.change(desk.as(caller), ticket, ConversationEdit.NOTHING.withUser(user), desk.clock.instant());
    }

    private Outcome<ConversationView> assignTeam(UserId caller, @Nullable TeamId team) {
        return changes.change(desk.as(caller), ticket, ConversationEdit.NOTHING.withTeam(team), desk.clock.instant());
    }

    private @Nullable UserId assignee() {
        return desk.ticket(ticket).assignment().user();
    }

    @Test
    void nobodyAssignsWhatTheyDoNotSee() {
        assertThat(refused(assign(ALICE, ALICE))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void aFollowerByGrantAssignsNobody() {
        desk.follows(ticket, ALICE);
        assertThat(refused(assign(ALICE, ALICE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(assignTeam(ALICE, BILLING))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void onlyActiveAgentsAreAssigned() {
        assertThat(refused(assign(SAM, LINDA))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(assign(SAM, SYSTEM))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(assign(SAM, desk.inactiveAgent(60)))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(assign(SAM, new UserId(999)))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(assignTeam(SAM, new TeamId(999)))).isEqualTo(Refusal.NotFound.class);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whoeverViewsByRoleTakesWhatNobodyHasAndGivesItToNobodyElse() {
        desk.assign(ticket, Assignment.NOBODY);
        assertThat(refused(assign(ALICE, BOB))).isEqualTo(Refusal.Forbidden.class);
        assertThat(done(assign(ALICE, ALICE)).conversation().assignment().user())
                .isEqualTo(ALICE);
    }

    @Test
    void sayingWhatIsSoLogsNothing() {
        done(assignTeam(SAM, SUPPORT));
        done(assign(SAM, null));
        assertThat(desk.log()).isEmpty();
        assertThat(desk.ticket(ticket).version()).isEqualTo(1);
    }

    @Test
    void assigningAFollowerParksTheFollowAndUnassigningRestoresIt() {
        desk.follows(ticket, ALICE);

        done(assign(SAM, ALICE));
        var parked = desk.membership(ticket, ALICE).orElseThrow();
        assertThat(parked.parked()).isTrue();
        assertThat(parked.isListed()).isFalse();
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);

        done(assign(SAM, null));
        assertThat(desk.membership(ticket, ALICE).orElseThrow().isListed()).isTrue();
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
        assertThat(desk.logged())
                .containsExactly(
                        ActivityType.ASSIGNED,
                        ActivityType.FOLLOW_PARKED,
                        ActivityType.UNASSIGNED,
                        ActivityType.FOLLOW_RESTORED);
        assertThat(desk.log())
                .allSatisfy(activity -> assertThat(activity.target()).isEqualTo(ALICE));
    }

    @Test
    void handingOverRestoresTheOneAndParksTheOther() {
        desk.follows(ticket, ALICE);
        desk.follows(ticket, BOB);
        done(assign(SAM, ALICE));

        done(assign(SAM, BOB));

        assertThat(desk.membership(ticket, ALICE).orElseThrow().parked()).isFalse();
        assertThat(desk.membership(ticket, BOB).orElseThrow().parked()).isTrue();
    }

    @Test
    void assigningATeamParksNothing() {
        desk.follows(ticket, ALICE);
        done(assignTeam(SAM, BILLING));
        assertThat(desk.membership(ticket, ALICE).orElseThrow().parked()).isFalse();
        assertThat(desk.logged()).containsExactly(ActivityType.TEAM_ASSIGNED);
        assertThat(desk.log().getFirst().details()).isEqualTo(Map.of("team", "2"));
    }

    @Test
    void takingTheTeamAwaySaysWhichItWas() {
        done(assignTeam(SAM, null));
        assertThat(desk.logged()).containsExactly(ActivityType.TEAM_UNASSIGNED);
        assertThat(desk.log().getFirst().details()).isEqualTo(Map.of("team", "1"));
    }

    @Test
    void whereAssigneesMayFollowNothingIsParked() {
        desk.settings(new WorkspaceSettings(100, true, true, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        desk.follows(ticket, ALICE);
        done(assign(SAM, ALICE));
        assertThat(desk.membership(ticket, ALICE).orElseThrow().isListed()).isTrue();
    }

    @Test
    void whoFollowsWhileBeingAssignedIsParked() {
        desk.store.faults().beforeNextCommit(() -> desk.follows(ticket, ALICE));
        done(assign(SAM, ALICE));
        assertThat(desk.membership(ticket, ALICE).orElseThrow().parked()).isTrue();
    }

    @Test
    void whoUnfollowsWhileBeingUnassignedStaysGone() {
        var follows = desk.follows(ticket, ALICE);
        done(assign(SAM, ALICE));
        var parked = desk.membership(ticket, ALICE).orElseThrow();
        desk.store.faults().beforeNextCommit(() -> desk.commit(new Write.SaveMembership(parked, null)));

        done(assign(SAM, null));

        assertThat(follows.isListed()).isTrue();
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
        assertThat(desk.logged()).doesNotContain(ActivityType.FOLLOW_RESTORED);
    }

    @Test
    void ofTwoWhoTakeItAtOnceTheSecondIsTold() {
        desk.assign(ticket, Assignment.NOBODY);
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, new Assignment(BOB, null)));
        assertThat(refused(assign(ALICE, ALICE))).isEqualTo(Refusal.NotFound.class);
        assertThat(assignee()).isEqualTo(BOB);
    }
}
