package dev.tagalong.domain.conversation;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConversationChangesTest {
    private static final ConversationEdit CLOSE = ConversationEdit.NOTHING.withStatus(Status.CLOSED);

    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final ConversationChanges changes = new ConversationChanges(
            desk.store.records(),
            desk.store.ledger(),
            desk.store.directory(),
            new Conversations(
                    desk.store.records(), desk.store.ledger(), desk.store.directory(), desk.store.index(), desk.ids),
            desk.ids);

    private Outcome<ConversationView> change(UserId caller, ConversationEdit edit) {
        return changes.change(desk.as(caller), ticket, edit, desk.clock.instant());
    }

    @Test
    void aFollowerByGrantChangesNothing() {
        desk.follows(ticket, ALICE);
        assertThat(refused(change(ALICE, ConversationEdit.NOTHING.withStatus(Status.CLOSED))))
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(change(ALICE, ConversationEdit.NOTHING.withPriority(Priority.LOW))))
                .isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(change(ALICE, ConversationEdit.NOTHING.withTags(new TreeSet<>()))))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void aTokenThatOnlyReadsChangesNothing() {
        var reader = new Caller(
                WORKSPACE,
                BOB,
                Set.of(Scope.CONVERSATIONS_READ),
                desk.clock.instant().plusSeconds(60));
        assertThat(refused(changes.change(reader, ticket, CLOSE, desk.clock.instant())))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void sayingWhatIsSoLogsNothing() {
        done(change(BOB, ConversationEdit.NOTHING.withStatus(Status.OPEN)));
        done(change(BOB, ConversationEdit.NOTHING.withPriority(Priority.MEDIUM)));
        done(change(BOB, ConversationEdit.NOTHING.withTags(new TreeSet<>())));
        assertThat(desk.log()).isEmpty();
        assertThat(desk.ticket(ticket).version()).isEqualTo(1);
    }

    @Test
    void aChangeIsLoggedWithWhatItWasAndIs() {
        done(change(BOB, ConversationEdit.NOTHING.withStatus(Status.PENDING)));
        done(change(BOB, ConversationEdit.NOTHING.withPriority(Priority.URGENT)));
        done(change(BOB, ConversationEdit.NOTHING.withTags(new TreeSet<>(List.of("vip")))));

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
        done(change(BOB, ConversationEdit.NOTHING.withStatus(Status.CLOSED)));
        assertThat(desk.ticket(ticket).lastActivityAt()).isEqualTo(desk.clock.instant());
    }

    @Test
    void aChangeMadeMeanwhileIsNotOverwritten() {
        desk.store
                .faults()
                .beforeNextCommit(() -> done(change(BOB, ConversationEdit.NOTHING.withPriority(Priority.HIGH))));
        done(change(BOB, ConversationEdit.NOTHING.withStatus(Status.CLOSED)));
        assertThat(desk.ticket(ticket).state().priority()).isEqualTo(Priority.HIGH);
        assertThat(desk.ticket(ticket).state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void countingParticipantsMeanwhileIsNotOverwritten() {
        desk.store.faults().beforeNextCommit(() -> desk.follows(ticket, ALICE));
        done(change(BOB, ConversationEdit.NOTHING.withStatus(Status.CLOSED)));
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
    }

    @Test
    void severalChangesAtOnceAreOneVersionWithAnActivityForEach() {
        desk.follows(ticket, ALICE);
        var edit = new ConversationEdit(
                        "Locked out", Status.PENDING, Priority.HIGH, new TreeSet<>(Set.of("vip")), null, null)
                .withUser(ALICE)
                .withTeam(null);

        var changed = done(change(BOB, edit)).conversation();

        assertThat(changed.state().subject()).isEqualTo("Locked out");
        assertThat(changed.assignment()).isEqualTo(new Assignment(ALICE, null));
        assertThat(desk.ticket(ticket).version()).isEqualTo(2);
        assertThat(desk.logged())
                .containsExactly(
                        ActivityType.SUBJECT_CHANGED,
                        ActivityType.STATUS_CHANGED,
                        ActivityType.PRIORITY_CHANGED,
                        ActivityType.TAGS_CHANGED,
                        ActivityType.ASSIGNED,
                        ActivityType.TEAM_UNASSIGNED,
                        ActivityType.FOLLOW_PARKED);
        assertThat(desk.log().getFirst().details()).as("a subject is text").isEmpty();
        assertThat(desk.membership(ticket, ALICE).orElseThrow().parked()).isTrue();
    }

    @Test
    void ifOneOfSeveralChangesIsRefusedNoneIsMade() {
        assertThat(refused(change(BOB, CLOSE.withUser(new UserId(999))))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(change(BOB, CLOSE.withTeam(new TeamId(999))))).isEqualTo(Refusal.NotFound.class);
        desk.store.faults().failAfter(1);
        assertThatThrownBy(() -> change(BOB, CLOSE.withPriority(Priority.LOW))).isInstanceOf(Faults.StoreLost.class);
        desk.store.faults().heal();
        assertThat(desk.ticket(ticket).state().status()).isEqualTo(Status.OPEN);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whoeverTakesATicketByRoleChangesNothingElseWithIt() {
        desk.assign(ticket, Assignment.NOBODY);
        assertThat(refused(change(ALICE, CLOSE.withUser(ALICE)))).isEqualTo(Refusal.Forbidden.class);
        assertThat(desk.ticket(ticket).assignment()).isEqualTo(Assignment.NOBODY);
    }
}
