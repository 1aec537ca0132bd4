package dev.tagalong.domain.conversation;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.memory.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConversationChangesTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final ConversationChanges changes = new ConversationChanges(
            desk.store.records(),
            desk.store.ledger(),
            new Conversations(
                    desk.store.records(), desk.store.ledger(), desk.store.directory(), desk.store.index(), desk.ids),
            desk.ids);

    @Test
    void aFollowerByGrantChangesNothing() {
        desk.follows(ticket, ALICE);
        var now = desk.clock.instant();
        assertThat(refused(changes.status(desk.as(ALICE), ticket, Status.CLOSED, now)))
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(changes.priority(desk.as(ALICE), ticket, Priority.LOW, now)))
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(changes.tags(desk.as(ALICE), ticket, new TreeSet<>(), now)))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void aTokenThatOnlyReadsChangesNothing() {
        var reader = new Caller(
                WORKSPACE,
                BOB,
                Set.of(Scope.CONVERSATIONS_READ),
                desk.clock.instant().plusSeconds(60));
        assertThat(refused(changes.status(reader, ticket, Status.CLOSED, desk.clock.instant())))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void sayingWhatIsSoLogsNothing() {
        var now = desk.clock.instant();
        done(changes.status(desk.as(BOB), ticket, Status.OPEN, now));
        done(changes.priority(desk.as(BOB), ticket, Priority.MEDIUM, now));
        done(changes.tags(desk.as(BOB), ticket, new TreeSet<>(), now));
        assertThat(desk.log()).isEmpty();
        assertThat(desk.ticket(ticket).version()).isEqualTo(1);
    }

    @Test
    void aChangeIsLoggedWithWhatItWasAndIs() {
        var now = desk.clock.instant();
        done(changes.status(desk.as(BOB), ticket, Status.PENDING, now));
        done(changes.priority(desk.as(BOB), ticket, Priority.URGENT, now));
        done(changes.tags(desk.as(BOB), ticket, new TreeSet<>(List.of("vip")), now));

        assertThat(desk.logged())
                .containsExactly(ActivityType.STATUS_CHANGED, ActivityType.PRIORITY_CHANGED, ActivityType.TAGS_CHANGED);
        assertThat(desk.log().get(0).details()).isEqualTo(Map.of("from", "open", "to", "pending"));
        assertThat(desk.log().get(1).details()).isEqualTo(Map.of("from", "medium", "to", "urgent"));
        assertThat(desk.log().get(2).details()).as("tags are text").isEmpty();
        assertThat(desk.ticket(ticket).version()).isEqualTo(4);
    }

    @Test
    void aChangeMovesTheTimeOfLastActivity() {
        desk.clock.advance(Duration.ofMinutes(5));
        done(changes.status(desk.as(BOB), ticket, Status.CLOSED, desk.clock.instant()));
        assertThat(desk.ticket(ticket).lastActivityAt()).isEqualTo(desk.clock.instant());
    }

    @Test
    void aChangeMadeMeanwhileIsNotOverwritten() {
        var now = desk.clock.instant();
        desk.store.faults().beforeNextCommit(() -> done(changes.priority(desk.as(BOB), ticket, Priority.HIGH, now)));
        done(changes.status(desk.as(BOB), ticket, Status.CLOSED, now));
        assertThat(desk.ticket(ticket).state().priority()).isEqualTo(Priority.HIGH);
        assertThat(desk.ticket(ticket).state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void countingParticipantsMeanwhileIsNotOverwritten() {
        desk.store.faults().beforeNextCommit(() -> desk.follows(ticket, ALICE));
        done(changes.status(desk.as(BOB), ticket, Status.CLOSED, desk.clock.instant()));
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
    }
}
