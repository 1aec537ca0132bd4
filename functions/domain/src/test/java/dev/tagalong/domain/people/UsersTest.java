package dev.tagalong.domain.people;

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

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.key.KeyAdministration;
import dev.tagalong.domain.key.KeyCallers;
import dev.tagalong.domain.key.NewKey;
import dev.tagalong.domain.memory.Desk;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsersTest {
    private final Desk desk = new Desk();
    private final Users users =
            new Users(desk.store.records(), desk.store.ledger(), desk.store.roster(), desk.store.apiKeys());

    private static UnaryOperator<User> role(Role role) {
        return user -> user.with(user.person(), user.externalId(), role, user.active());
    }

    private static UnaryOperator<User> active(boolean active) {
        return user -> user.with(user.person(), user.externalId(), user.role(), active);
    }

    private static UnaryOperator<User> named(String first, String email, @Nullable String externalId) {
        return user -> user.with(new Person(first, "New", email, null), externalId, user.role(), user.active());
    }

    private Outcome<User> change(UserId caller, UserId target, UnaryOperator<User> change) {
        return users.change(desk.as(caller), UserType.AGENT, target, change);
    }

    private final KeyAdministration keys =
            new KeyAdministration(desk.store.records(), desk.store.ledger(), desk.store.apiKeys(), desk.ids);
    private final KeyCallers callers = new KeyCallers(desk.store.apiKeys(), desk.clock);

    private Outcome<NewKey> key(UserId maker, UserId agent) {
        return keys.create(desk.as(maker), agent, "CRM", null, desk.clock.instant());
    }

    @Test
    void whoeverRisesLosesTheKeysThatALowerRoleCouldMake() {
        var key = done(key(ADA, ALICE)).text();

        done(change(OLGA, ALICE, named("Alicia", "alicia@example.com", null)));
        assertThat(callers.verify(key)).isPresent();

        done(change(OLGA, ALICE, role(Role.OWNER)));
        assertThat(callers.verify(key)).isEmpty();
        assertThat(desk.store.apiKeys().ring(WORKSPACE, ALICE).keys()).isEmpty();
    }

    @Test
    void whoeverSinksKeepsTheirKeys() {
        var key = done(key(OLGA, ADA)).text();

        done(change(OLGA, ADA, role(Role.AGENT)));

        assertThat(callers.verify(key)).isPresent();
    }

    @Test
    void aKeyThatIsMadeWhileSomebodyRisesIsGoneWithTheRise() {
        desk.store.faults().beforeNextCommit(() -> done(key(ADA, ALICE)));

        done(change(OLGA, ALICE, role(Role.OWNER)));

        assertThat(desk.store.apiKeys().ring(WORKSPACE, ALICE).keys()).isEmpty();
    }

    @Test
    void aRiseWhileAKeyIsMadeKeepsItFromBeingMade() {
        desk.store.faults().beforeNextCommit(() -> done(change(OLGA, ALICE, role(Role.OWNER))));

        assertThat(refused(key(ADA, ALICE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(desk.store.apiKeys().ring(WORKSPACE, ALICE).keys()).isEmpty();
    }

    @Test
    void whoSinksWhileMakingAKeyMakesNone() {
        desk.store.faults().beforeNextCommit(() -> done(change(OLGA, ADA, role(Role.AGENT))));

        assertThat(refused(key(ADA, ALICE))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void onlyAdminsWithTheScopeSeeAndChangePeople() {
        var narrow = new Caller(
                WORKSPACE,
                OLGA,
                Set.of(Scope.CONVERSATIONS_READ, Scope.SETTINGS_MANAGE),
                desk.clock.instant().plusSeconds(60));
        for (var caller : List.of(desk.as(BOB), desk.as(SAM), desk.as(LINDA), narrow)) {
            assertThat(refused(users.page(caller, UserType.AGENT, "", 1, 10))).isEqualTo(Refusal.Forbidden.class);
            assertThat(refused(users.get(caller, UserType.AGENT, ALICE))).isEqualTo(Refusal.Forbidden.class);
            assertThat(refused(users.change(caller, UserType.AGENT, ALICE, active(false))))
                    .isEqualTo(Refusal.Forbidden.class);
        }
    }

    @Test
    void agentsAndContactsAreFoundAmongTheirOwnKindAndSystemAmongNeither() {
        desk.inactiveAgent(500);
        assertThat(done(users.page(desk.as(ADA), UserType.AGENT, "", 1, 3)).rows())
                .extracting(User::id)
                .containsExactly(ADA, ALICE, BOB);
        assertThat(done(users.page(desk.as(ADA), UserType.AGENT, "gone", 1, 3)).total())
                .isEqualTo(1);
        assertThat(done(users.page(desk.as(ADA), UserType.CONTACT, "", 1, 3)).rows())
                .extracting(User::id)
                .containsExactly(LINDA);
        assertThat(done(users.get(desk.as(ADA), UserType.CONTACT, LINDA))).isEqualTo(desk.user(LINDA));
        assertThat(refused(users.get(desk.as(ADA), UserType.AGENT, LINDA))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(users.get(desk.as(ADA), UserType.CONTACT, BOB))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(users.get(desk.as(OLGA), UserType.AGENT, SYSTEM))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(change(OLGA, SYSTEM, active(false)))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void whatChangesIsFoundUnderItsNewNamesOnly() {
        assertThat(done(change(ADA, BOB, named("Rob", "rob@example.com", "rob-1"))))
                .isEqualTo(desk.user(BOB));
        var directory = desk.store.directory();
        assertThat(directory.byEmail(WORKSPACE, "bob@example.com")).isEmpty();
        assertThat(directory.byEmail(WORKSPACE, "ROB@example.com")).contains(BOB);
        assertThat(directory.byExternalId(WORKSPACE, "rob-1")).contains(BOB);
        assertThat(done(users.page(desk.as(ADA), UserType.AGENT, "rob", 1, 9)).rows())
                .extracting(User::id)
                .containsExactly(BOB);
        assertThat(desk.user(BOB).teams()).as("teams stay").hasSize(1);
    }

    @Test
    void namesThatOthersHaveAreTaken() {
        done(change(ADA, ALICE, named("Alice", "alice@example.com", "alice-1")));
        assertThat(refused(change(ADA, BOB, named("Bob", "ALICE@example.com", null))))
                .isEqualTo(Refusal.Conflict.class);
        assertThat(refused(change(ADA, BOB, named("Bob", "bob@example.com", "alice-1"))))
                .isEqualTo(Refusal.Conflict.class);
        assertThat(done(change(ADA, BOB, named("Bob", "BOB@example.com", null)))
                        .person()
                        .email())
                .as("one's own in other letters")
                .isEqualTo("BOB@example.com");
    }

    @Test
    void nobodyTouchesOrMakesSomebodyAboveTheirOwnRole() {
        assertThat(refused(change(ADA, OLGA, named("Olga", "x@example.com", null))))
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(change(ADA, OLGA, active(false)))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(change(ADA, BOB, role(Role.OWNER)))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(change(ADA, ADA, role(Role.OWNER)))).isEqualTo(Refusal.Forbidden.class);
        assertThat(done(change(ADA, BOB, role(Role.ADMIN))).role()).isEqualTo(Role.ADMIN);
        assertThat(done(change(BOB, ADA, role(Role.AGENT))).role()).isEqualTo(Role.AGENT);
    }

    @Test
    void theLastOwnerStays() {
        assertThat(refused(change(OLGA, OLGA, role(Role.ADMIN)))).isEqualTo(Refusal.Conflict.class);
        assertThat(refused(change(OLGA, OLGA, active(false)))).isEqualTo(Refusal.Conflict.class);
        done(change(OLGA, ADA, role(Role.OWNER)));
        done(change(OLGA, ADA, active(false)));
        assertThat(refused(change(OLGA, OLGA, role(Role.ADMIN))))
                .as("an owner who is not active does not count")
                .isEqualTo(Refusal.Conflict.class);
        done(change(OLGA, ADA, active(true)));
        assertThat(done(change(OLGA, OLGA, role(Role.AGENT))).role()).isEqualTo(Role.AGENT);
    }

    @Test
    void twoOwnersWhoDemoteEachOtherAtOnceDoNotBothSucceed() {
        done(change(OLGA, ADA, role(Role.OWNER)));
        desk.store.faults().beforeNextCommit(() -> done(change(ADA, OLGA, role(Role.ADMIN))));
        assertThat(refused(change(OLGA, ADA, role(Role.ADMIN)))).isEqualTo(Refusal.Forbidden.class);
        assertThat(desk.user(ADA).role()).isEqualTo(Role.OWNER);
    }

    @Test
    void twoOwnersWhoStepDownAtOnceDoNotBothSucceed() {
        done(change(OLGA, ADA, role(Role.OWNER)));
        desk.store.faults().beforeNextCommit(() -> done(change(ADA, ADA, role(Role.ADMIN))));
        assertThat(refused(change(OLGA, OLGA, role(Role.ADMIN)))).isEqualTo(Refusal.Conflict.class);
    }

    @Test
    void whoIsDeactivatedMayNothingUntilTheyAreBack() {
        assertThat(done(change(ADA, BOB, active(false))).active()).isFalse();
        assertThat(refused(users.get(desk.as(BOB), UserType.AGENT, ALICE))).isEqualTo(Refusal.Unauthenticated.class);
        assertThat(done(change(ADA, BOB, active(true))).active()).isTrue();
    }

    @Test
    void whatChangedMeanwhileIsReadAnew() {
        desk.store.faults().beforeNextCommit(() -> done(change(OLGA, BOB, role(Role.SUPERVISOR))));
        done(change(
                ADA,
                BOB,
                user -> user.with(
                        new Person("Rob", "Smith", "rob@example.com", null), null, user.role(), user.active())));
        assertThat(desk.user(BOB).role()).isEqualTo(Role.SUPERVISOR);
        assertThat(desk.user(BOB).person().firstName()).isEqualTo("Rob");
    }
}
