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

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
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
            new Administration(desk.store.records(), desk.store.ledger(), desk.store.directory(), desk.ids);

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
            assertThat(refused(administration.renameInbox(desk.as(other), new InboxId(1), "Inbox")))
                    .isEqualTo(Refusal.Forbidden.class);
            assertThat(refused(administration.renameDepartment(
                            desk.as(other), new DepartmentId(new UUID(1, 1)), "Department")))
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
    void howeverManyIdsWereGivenSomebodyWithoutOneIsMade() {
        for (int id = 4; id <= 202; id++) {
            if (id != BOB.value() && id != ALICE.value() && id != SAM.value() && id != LINDA.value()) {
                done(create(ADA, draft(id, "n" + id + "@example.com", Role.AGENT)));
            }
        }
        var made = done(create(ADA, draft(null, "n@example.com", Role.AGENT)));
        assertThat(made.id().value()).isBetween(203, 404);
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
    void inboxesAndDepartmentsAreListedByNameForEveryAgent() {
        for (var name : List.of("Zebra", "éclair", "Dachs")) {
            done(administration.createInbox(desk.as(ADA), name));
            done(administration.createDepartment(desk.as(ADA), name));
        }
        var inboxes = done(administration.inboxes(desk.as(BOB), 1, 2));
        var departments = done(administration.departments(desk.as(BOB), 2, 2));

        assertThat(inboxes.rows()).extracting(Inbox::name).containsExactly("Dachs", "éclair");
        assertThat(inboxes.total()).isEqualTo(3);
        assertThat(departments.rows()).extracting(Department::name).containsExactly("Zebra");
        assertThat(refused(administration.inboxes(desk.as(LINDA), 1, 2))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(administration.departments(desk.as(LINDA), 1, 2))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void inboxesAndDepartmentsAreRenamed() {
        var inbox = done(administration.createInbox(desk.as(ADA), "Mail"));
        var department = done(administration.createDepartment(desk.as(ADA), "Accounts"));
        desk.store.faults().staleCommits(1);

        assertThat(done(administration.renameInbox(desk.as(ADA), inbox.id(), "Post")))
                .isEqualTo(new Inbox(inbox.id(), "Post"));
        assertThat(done(administration.renameDepartment(desk.as(ADA), department.id(), "Billing")))
                .isEqualTo(new Department(department.id(), "Billing"));
        assertThat(desk.store.directory().inbox(WORKSPACE, inbox.id())).contains(new Inbox(inbox.id(), "Post"));
        assertThat(desk.store.directory().department(WORKSPACE, department.id()))
                .contains(new Department(department.id(), "Billing"));
        assertThat(refused(administration.renameInbox(desk.as(ADA), new InboxId(99), "Post")))
                .isEqualTo(Refusal.NotFound.class);
        assertThat(refused(administration.renameDepartment(desk.as(ADA), new DepartmentId(new UUID(1, 1)), "No")))
                .isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void ofTwoChangesOfTheSettingsAtOnceBothStay() {
        desk.store
                .faults()
                .beforeNextCommit(() ->
                        done(administration.changeSettings(desk.as(OLGA), AdministrationTest::withAssigneesWhoFollow)));

        var settings = done(administration.changeSettings(desk.as(ADA), AdministrationTest::withRoomForThreeHundred));

        assertThat(settings.participantLimit()).isEqualTo(300);
        assertThat(settings.assigneeCanFollow()).isTrue();
        assertThat(done(administration.settings(desk.as(ADA)))).isEqualTo(settings);
    }

    private static WorkspaceSettings withAssigneesWhoFollow(WorkspaceSettings read) {
        return new WorkspaceSettings(
                read.participantLimit(),
                read.followGrantsAccess(),
                true,
                read.quietWindow(),
                read.notificationsEnabled(),
                read.talkjsVersion());
    }

    private static WorkspaceSettings withRoomForThreeHundred(WorkspaceSettings read) {
        return new WorkspaceSettings(
                300,
                read.followGrantsAccess(),
                read.assigneeCanFollow(),
                read.quietWindow(),
                read.notificationsEnabled(),
                read.talkjsVersion());
    }

    @Test
    void settingsAreChangedAndGivenAsTheyAreThen() {
        var changed = new WorkspaceSettings(300, false, true, Duration.ofMinutes(2), true, TalkJsVersion.INITIAL);
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
