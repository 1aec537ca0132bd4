package dev.tagalong.domain.people;

import static dev.tagalong.domain.memory.Desk.ADA;
import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BILLING;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SUPPORT;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.memory.Desk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamsTest {
    private final Desk desk = new Desk();
    private final Teams teams = new Teams(desk.store.records(), desk.store.ledger(), desk.store.directory());

    private Set<UserId> members(TeamId team) {
        return Set.copyOf(desk.store.directory().members(WORKSPACE, team));
    }

    private Set<UserId> agents(int count) {
        return IntStream.range(1000, 1000 + count).mapToObj(desk::agent).collect(Collectors.toSet());
    }

    @Test
    void onlyAdminsChangeTeamsAndEveryAgentKnowsThem() {
        for (var other : List.of(BOB, SAM, LINDA)) {
            assertThat(refused(teams.create(desk.as(other), "Team", Set.of()))).isEqualTo(Refusal.Forbidden.class);
            assertThat(refused(teams.change(desk.as(other), SUPPORT, "Team", null)))
                    .isEqualTo(Refusal.Forbidden.class);
        }
        assertThat(refused(teams.page(desk.as(LINDA), 1, 10))).isEqualTo(Refusal.Forbidden.class);
        assertThat(done(teams.page(desk.as(BOB), 1, 10)).rows())
                .containsExactly(
                        new Team(BILLING, "Billing", Set.of(ALICE)), new Team(SUPPORT, "Support", Set.of(BOB)));
        assertThat(done(teams.page(desk.as(BOB), 2, 1)).rows())
                .extracting(Team::id)
                .containsExactly(SUPPORT);
    }

    @Test
    void aTeamIsOfAgentsWhoThenBelongToIt() {
        assertThat(refused(teams.create(desk.as(ADA), "Team", Set.of(BOB, LINDA))))
                .isEqualTo(Refusal.Invalid.class);
        assertThat(refused(teams.change(desk.as(ADA), SUPPORT, null, Set.of(new UserId(999)))))
                .isEqualTo(Refusal.Invalid.class);
        var team = done(teams.create(desk.as(ADA), "Team", Set.of(BOB, SAM)));
        assertThat(desk.user(SAM).teams()).containsExactly(team.id());
        assertThat(desk.user(BOB).teams()).containsExactlyInAnyOrder(SUPPORT, team.id());
        assertThat(desk.user(ALICE).teams()).doesNotContain(team.id());
        assertThat(members(team.id())).containsExactlyInAnyOrder(BOB, SAM);
    }

    @Test
    void membersComeAndGoWithTheirTeams() {
        assertThat(done(teams.change(desk.as(ADA), SUPPORT, null, Set.of(ALICE, SAM))))
                .isEqualTo(new Team(SUPPORT, "Support", Set.of(ALICE, SAM)));
        assertThat(members(SUPPORT)).containsExactlyInAnyOrder(ALICE, SAM);
        assertThat(desk.user(BOB).teams()).isEmpty();
        assertThat(desk.user(ALICE).teams()).containsExactlyInAnyOrder(SUPPORT, BILLING);
    }

    @Test
    void aNewNameLeavesMembersAndNewMembersLeaveTheName() {
        assertThat(done(teams.change(desk.as(ADA), SUPPORT, "Help", null)))
                .isEqualTo(new Team(SUPPORT, "Help", Set.of(BOB)));
        assertThat(done(teams.change(desk.as(ADA), SUPPORT, null, Set.of())))
                .isEqualTo(new Team(SUPPORT, "Help", Set.of()));
        assertThat(refused(teams.change(desk.as(ADA), new TeamId(99), "Help", null)))
                .isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void aFullTeamIsExchangedForAnother() {
        var first = agents(Teams.MOST_MEMBERS);
        var team = done(teams.create(desk.as(ADA), "Large", first));
        assertThat(members(team.id())).isEqualTo(first);
        done(teams.change(desk.as(ADA), team.id(), "Small", Set.of(BOB)));
        assertThat(members(team.id())).containsExactly(BOB);
        assertThat(first).allSatisfy(user -> assertThat(desk.user(user).teams()).isEmpty());
    }

    @Test
    void aCallThatWasCutOffIsFinishedByAnother() {
        var all = agents(150);
        desk.store.faults().failAfter(4);
        assertThatThrownBy(() -> teams.change(desk.as(ADA), SUPPORT, null, all)).isInstanceOf(RuntimeException.class);
        desk.store.faults().heal();
        assertThat(members(SUPPORT)).hasSizeBetween(2, 149);
        done(teams.change(desk.as(ADA), SUPPORT, null, all));
        assertThat(members(SUPPORT)).isEqualTo(all);
        assertThat(desk.user(BOB).teams()).isEmpty();
    }

    @Test
    void aChangeThatLosesARaceIsMadeAnew() {
        desk.store.faults().beforeNextCommit(() -> done(teams.change(desk.as(ADA), SUPPORT, "Help", Set.of(SAM))));
        assertThat(done(teams.change(desk.as(ADA), SUPPORT, "Desk", Set.of(SAM, ALICE))))
                .isEqualTo(new Team(SUPPORT, "Desk", Set.of(SAM, ALICE)));
        assertThat(members(SUPPORT)).containsExactlyInAnyOrder(SAM, ALICE);
    }
}
