package dev.tagalong.domain.people;

import static dev.tagalong.domain.memory.Desk.ADA;
import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.OLGA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.store.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdministrationTest {
    private final Desk desk = new Desk();
    private final Administration administration =
            new Administration(desk.store.records(), desk.store.ledger(), desk.ids);

    private static NewUser draft(@Nullable Integer id, String email, @Nullable Role role) {
        return new NewUser(
                id == null ? null : new UserId(id),
                null,
                null,
                role == null ? UserType.CONTACT : UserType.AGENT,
                role,
                new Person("New", "Person", email, null));
    }

    private Outcome<User> create(UserId caller, NewUser draft) {
        return administration.create(desk.as(caller), draft);
    }

    @Test
    void onlyAdminsAndOwnersAdminister() {
        for (var other : List.of(BOB, SAM, LINDA)) {
            assertThat(refused(create(other, draft(null, "n@example.com", Role.AGENT))))
                    .isEqualTo(Refusal.Forbidden.class);
            assertThat(refused(administration.createTeam(desk.as(other), "Team", Set.of())))
                    .isEqualTo(Refusal.Forbidden.class);
            assertThat(refused(administration.createInbox(desk.as(other), "Inbox")))
                    .isEqualTo(Refusal.Forbidden.class);
            assertThat(refused(administration.createDepartment(desk.as(other), "Department")))
                    .isEqualTo(Refusal.Forbidden.class);
            assertThat(refused(administration.settings(desk.as(other)))).isEqualTo(Refusal.Forbidden.class);
        }
    }

    @Test
    void aTokenWithoutTheScopeAdministersNothing() {
        var narrow = new Caller(
                WORKSPACE,
                OLGA,
                Set.of(Scope.CONVERSATIONS_READ, Scope.SETTINGS_MANAGE),
                desk.clock.instant().plusSeconds(60));
        assertThat(refused(administration.create(narrow, draft(null, "n@example.com", Role.AGENT))))
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(done(administration.settings(narrow))).isEqualTo(WorkspaceSettings.DEFAULT);
    }

    @Test
    void nobodyGivesARoleAboveTheirOwn() {
        assertThat(refused(create(ADA, draft(null, "n@example.com", Role.OWNER))))
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(done(create(ADA, draft(null, "n@example.com", Role.ADMIN))).role())
                .isEqualTo(Role.ADMIN);
        assertThat(done(create(OLGA, draft(null, "o@example.com", Role.OWNER))).role())
                .isEqualTo(Role.OWNER);
    }

    @Test
    void idUuidExternalIdAndAddressAreEachGivenOnce() {
        var uuid = new UUID(0x4000, 0xa000000000000001L);
        var person = new Person("New", "", "new@example.com", null);
        done(administration.create(
                desk.as(ADA), new NewUser(new UserId(500), uuid, "ext", UserType.CONTACT, null, person)));
        var others = List.of(
                new NewUser(new UserId(500), null, null, UserType.CONTACT, null, new Person("A", "", null, null)),
                new NewUser(null, uuid, null, UserType.CONTACT, null, new Person("A", "", null, null)),
                new NewUser(null, null, "ext", UserType.CONTACT, null, new Person("A", "", null, null)),
                draft(null, "NEW@Example.com", null));
        assertThat(others)
                .allSatisfy(taken -> assertThat(refused(create(ADA, taken))).isEqualTo(Refusal.Conflict.class));
    }

    @Test
    void theCounterGoesPastIdsThatWereGiven() {
        int next = desk.store.ledger().next(WORKSPACE, Ledger.Counter.USER);
        assertThat(next).isEqualTo(1);
        var made = done(create(ADA, draft(null, "n@example.com", Role.AGENT)));
        assertThat(made.id()).as("2 and 3 are Olga and Ada").isEqualTo(new UserId(4));
    }

    @Test
    void aTeamIsOfAgentsWhoThenBelongToIt() {
        assertThat(refused(administration.createTeam(desk.as(ADA), "Team", Set.of(BOB, LINDA))))
                .isEqualTo(Refusal.Invalid.class);
        var team = done(administration.createTeam(desk.as(ADA), "Team", Set.of(BOB, SAM)));
        assertThat(desk.user(SAM).teams()).containsExactly(team.id());
        assertThat(desk.user(BOB).teams()).hasSize(2).contains(team.id());
        assertThat(desk.user(ALICE).teams()).doesNotContain(team.id());
        assertThat(desk.store.directory().members(WORKSPACE, team.id())).containsExactlyInAnyOrder(BOB, SAM);
    }

    @Test
    void inboxesAndDepartmentsAreFoundAgain() {
        var inbox = done(administration.createInbox(desk.as(ADA), "Mail"));
        var department = done(administration.createDepartment(desk.as(ADA), "Accounts"));
        assertThat(desk.store.directory().inbox(WORKSPACE, inbox.id())).contains(inbox);
        assertThat(desk.store.directory().department(WORKSPACE, department.id()))
                .contains(department);
    }

    @Test
    void settingsAreChangedAndGivenAsTheyAreThen() {
        var changed = new WorkspaceSettings(300, false, true, Duration.ofMinutes(2), true, "2021-01-01");
        assertThat(done(administration.changeSettings(desk.as(ADA), settings -> changed)))
                .isEqualTo(changed);
        assertThat(done(administration.settings(desk.as(ADA)))).isEqualTo(changed);
    }

    @Test
    void whatLosesARaceIsBusy() {
        desk.store.faults().staleCommits(1);
        assertThat(refused(administration.createInbox(desk.as(ADA), "Mail"))).isEqualTo(Refusal.Busy.class);
    }
}
