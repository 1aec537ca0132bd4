package dev.tagalong.domain.key;

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
import dev.tagalong.domain.memory.Desk;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAdministrationTest {
    private final Desk desk = new Desk();
    private final KeyAdministration administration =
            new KeyAdministration(desk.store.records(), desk.store.ledger(), desk.store.apiKeys(), desk.ids);
    private final KeyCallers callers = new KeyCallers(desk.store.apiKeys(), desk.clock);

    private Outcome<NewKey> create(UserId caller, UserId agent, @Nullable Set<Scope> scopes) {
        return create(desk.as(caller), agent, scopes);
    }

    private Outcome<NewKey> create(Caller caller, UserId agent, @Nullable Set<Scope> scopes) {
        return administration.create(caller, agent, "CRM", scopes, desk.clock.instant());
    }

    private Caller limited(UserId user, Scope... scopes) {
        return new Caller(WORKSPACE, user, Set.of(scopes), desk.clock.instant().plusSeconds(60));
    }

    @Test
    void aKeySpeaksForItsAgentWithinItsScopes() {
        var free = done(create(ADA, BOB, null));
        var bound = done(create(ADA, BOB, Set.of(Scope.CONVERSATIONS_READ)));

        var end = desk.clock.instant().plusSeconds(3600);
        assertThat(callers.verify(free.text())).contains(new Caller(WORKSPACE, BOB, null, end));
        assertThat(callers.verify(bound.text()))
                .contains(new Caller(WORKSPACE, BOB, Set.of(Scope.CONVERSATIONS_READ), end));
    }

    @Test
    void aKeyNamesItsWorkspaceAndHasASecretOf256Bits() {
        var text = done(create(ADA, BOB, null)).text();

        assertThat(text).matches("tgl\\.demo\\.[A-Za-z0-9_-]{43}");
        assertThat(callers.verify(text.replace("tgl.demo.", "tgl.other."))).isEmpty();
    }

    @Test
    void aKeyIsNeverPartOfATextForm() {
        var made = done(create(ADA, BOB, null));

        assertThat(made.toString()).doesNotContain(made.text().substring(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tgl.",
                "tgl..",
                "tgl.demo.",
                "tgl.demo.short",
                "tgl.DEMO.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "tgl.-demo.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "tgl.demo.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                "tgl.demo#.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatHasNotTheFormOfAKeyIsNotEvenLookedFor(String text) {
        int before = desk.store.faults().calls();

        assertThat(callers.verify(text)).isEmpty();
        assertThat(desk.store.faults().calls()).isEqualTo(before);
    }

    @Test
    void keysAreManagedByAdminsWithTheScope() {
        for (var other : List.of(BOB, SAM, LINDA)) {
            assertThat(refused(create(other, BOB, null))).isEqualTo(Refusal.Forbidden.class);
            assertThat(refused(administration.revoke(desk.as(other), BOB))).isEqualTo(Refusal.Forbidden.class);
        }
        assertThat(refused(create(SYSTEM, BOB, null))).isEqualTo(Refusal.Unauthenticated.class);
        var narrow = limited(OLGA, Scope.SETTINGS_MANAGE, Scope.CONVERSATIONS_READ);
        assertThat(refused(create(narrow, BOB, Set.of(Scope.CONVERSATIONS_READ))))
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(administration.revoke(narrow, BOB))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void nobodyTouchesAKeyOfARoleAboveTheirOwn() {
        done(create(OLGA, OLGA, null));

        assertThat(refused(create(ADA, OLGA, null))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(administration.revoke(desk.as(ADA), OLGA))).isEqualTo(Refusal.Forbidden.class);
        assertThat(done(create(ADA, ADA, null)).grant().user()).isEqualTo(ADA);
    }

    @Test
    void nobodyGivesAScopeThatTheyHaveNot() {
        var narrow = limited(OLGA, Scope.USERS_MANAGE, Scope.CONVERSATIONS_READ);

        assertThat(refused(create(narrow, BOB, null))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(create(narrow, BOB, Set.of(Scope.CONVERSATIONS_READ, Scope.CONVERSATIONS_WRITE))))
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(done(create(narrow, BOB, Set.of(Scope.CONVERSATIONS_READ)))
                        .grant()
                        .scopes())
                .containsExactly(Scope.CONVERSATIONS_READ);
    }

    @Test
    void onlyActiveAgentsGetKeys() {
        var gone = desk.inactiveAgent(50);

        for (var nobody : List.of(LINDA, SYSTEM, new UserId(999))) {
            assertThat(refused(create(ADA, nobody, null))).isEqualTo(Refusal.NotFound.class);
            assertThat(refused(administration.revoke(desk.as(ADA), nobody))).isEqualTo(Refusal.NotFound.class);
        }
        assertThat(refused(create(ADA, gone, null))).isEqualTo(Refusal.Conflict.class);
        assertThat(done(administration.revoke(desk.as(ADA), gone))).isZero();
    }

    @Test
    void revokingEndsEveryKeyOfThatAgentAndNoOther() {
        var first = done(create(ADA, BOB, null)).text();
        var second = done(create(ADA, BOB, null)).text();
        var other = done(create(ADA, ALICE, null)).text();

        assertThat(done(administration.revoke(desk.as(ADA), BOB))).isEqualTo(2);

        assertThat(callers.verify(first)).isEmpty();
        assertThat(callers.verify(second)).isEmpty();
        assertThat(callers.verify(other)).isPresent();
        assertThat(done(administration.revoke(desk.as(ADA), BOB))).isZero();
    }

    @Test
    void aKeyThatIsMadeWhileOthersAreRevokedIsRevokedToo() {
        done(create(ADA, BOB, null));
        desk.store.faults().beforeNextCommit(() -> done(create(OLGA, BOB, null)));

        assertThat(done(administration.revoke(desk.as(ADA), BOB))).isEqualTo(2);
        assertThat(desk.store.apiKeys().ring(WORKSPACE, BOB).keys()).isEmpty();
    }

    @Test
    void theTwentyFirstKeyIsRefusedEvenInARace() {
        for (int made = 0; made < KeyRing.MOST - 1; made++) {
            done(create(ADA, BOB, null));
        }
        desk.store.faults().beforeNextCommit(() -> done(create(OLGA, BOB, null)));

        assertThat(refused(create(ADA, BOB, null))).isEqualTo(Refusal.Conflict.class);
        assertThat(desk.store.apiKeys().ring(WORKSPACE, BOB).keys()).hasSize(20);
    }

    @Test
    void whoLosesEveryRaceIsBusy() {
        desk.store.faults().staleCommits(100);

        assertThat(refused(create(ADA, BOB, null))).isEqualTo(Refusal.Busy.class);
    }
}
