package dev.tagalong.domain.access;

import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.SYSTEM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.memory.Desk;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SocketAdmissionsTest {
    private final Desk desk = new Desk();
    private final SocketAdmissions admissions =
            new SocketAdmissions(desk.store.records(), desk.store.ledger(), desk.store.tickets(), desk.ids);

    private String ticket() {
        return done(admissions.issue(desk.as(BOB), desk.clock.instant()));
    }

    @Test
    void anInactiveUserGetsNoTicketAndIsNotAdmitted() {
        var gone = desk.as(desk.inactiveAgent(60));
        assertThat(refused(admissions.issue(gone, desk.clock.instant()))).isEqualTo(Refusal.Unauthenticated.class);
        assertThat(admissions.admit(gone)).isEmpty();
        assertThat(admissions.admit(desk.as(SYSTEM))).isEmpty();
    }

    @Test
    void whoMayNotReadGetsNoTicketAndIsNotAdmitted() {
        var limited = new Caller(
                WORKSPACE, BOB, Set.of(Scope.USERS_MANAGE), desk.as(BOB).expiresAt());
        assertThat(refused(admissions.issue(limited, desk.clock.instant()))).isEqualTo(Refusal.Forbidden.class);
        assertThat(admissions.admit(limited)).isEmpty();
        var reader = new Caller(WORKSPACE, BOB, Set.of(Scope.CONVERSATIONS_READ), limited.expiresAt());
        assertThat(admissions.redeem(done(admissions.issue(reader, desk.clock.instant()))))
                .isPresent();
        assertThat(admissions.admit(reader)).isPresent();
    }

    @Test
    void anUnknownTicketAdmitsNobody() {
        assertThat(admissions.redeem("nonsense")).isEmpty();
    }

    @Test
    void aTicketAdmitsOnce() {
        var ticket = ticket();
        assertThat(admissions.redeem(ticket)).isPresent();
        assertThat(admissions.redeem(ticket)).isEmpty();
    }

    @Test
    void aTicketEndsAfterThirtySeconds() {
        var ticket = ticket();
        var spare = ticket();
        desk.clock.advance(Duration.ofMillis(29_999));
        assertThat(admissions.redeem(spare)).isPresent();
        desk.clock.advance(Duration.ofMillis(1));
        assertThat(admissions.redeem(ticket)).isEmpty();
    }

    @Test
    void theSocketEndsWithTheTokenThatAskedForTheTicket() {
        var caller = desk.as(BOB);
        var ticket = done(admissions.issue(caller, desk.clock.instant()));
        assertThat(admissions.redeem(ticket)).contains(new Admission(WORKSPACE, BOB, caller.expiresAt()));
        assertThat(admissions.admit(caller)).contains(new Admission(WORKSPACE, BOB, caller.expiresAt()));
    }

    @Test
    void aTicketThatCouldNotBeStoredIsNotGiven() {
        desk.store.faults().staleCommits(1);
        assertThat(refused(admissions.issue(desk.as(BOB), desk.clock.instant())))
                .isEqualTo(Refusal.Busy.class);
    }

    @Test
    void bothSpellingsOfAScopeMeanTheSame() {
        assertThat(Scope.of("conversations:read")).isEqualTo(Scope.of("read:conversations"));
        assertThat(Scope.of("conversations:write")).isEqualTo(Scope.of("write:conversations"));
        assertThat(Scope.of("users:manage")).contains(Scope.USERS_MANAGE);
        assertThat(Scope.of("settings:manage")).contains(Scope.SETTINGS_MANAGE);
        assertThat(Scope.of("manage:users")).isEmpty();
    }
}
