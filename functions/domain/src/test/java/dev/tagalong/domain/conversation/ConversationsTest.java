package dev.tagalong.domain.conversation;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Memberships;
import dev.tagalong.domain.follow.Seat;
import dev.tagalong.domain.follow.Seats;
import dev.tagalong.domain.follow.TermsChange;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private final Desk desk = new Desk();
    private final Conversations conversations = new Conversations(
            desk.store.records(), desk.store.ledger(), desk.store.directory(), desk.store.index(), desk.ids);

    private static NewConversation draft(@Nullable Integer reference, @Nullable String externalId, Origin origin) {
        var state = new State("Refund", Status.OPEN, Priority.MEDIUM, new TreeSet<>());
        return new NewConversation(null, reference, externalId, state, origin);
    }

    private static Origin from(UserId customer) {
        return new Origin(customer, Channel.EMAIL, Source.API, null, null);
    }

    private Outcome<ConversationView> create(UserId caller, NewConversation draft) {
        return conversations.create(desk.as(caller), draft, desk.clock.instant());
    }

    @Test
    void theCustomerMustBeAContact() {
        assertThat(refused(create(BOB, draft(null, null, from(ALICE))))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(create(BOB, draft(null, null, from(new UserId(999))))))
                .isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void inboxAndDepartmentMustExist() {
        var inbox = new Origin(LINDA, Channel.EMAIL, Source.API, new InboxId(4), null);
        var department = new Origin(LINDA, Channel.EMAIL, Source.API, null, new DepartmentId(new UUID(1, 1)));
        assertThat(refused(create(BOB, draft(null, null, inbox)))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(create(BOB, draft(null, null, department)))).isEqualTo(Refusal.NotFound.class);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void aContactCreatesNothing() {
        assertThat(refused(create(LINDA, draft(null, null, from(LINDA))))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void aGivenNumberOrNameThatIsTakenIsAConflict() {
        done(create(BOB, draft(300, "order-1", from(LINDA))));
        assertThat(refused(create(BOB, draft(300, null, from(LINDA))))).isEqualTo(Refusal.Conflict.class);
        assertThat(refused(create(BOB, draft(null, "order-1", from(LINDA))))).isEqualTo(Refusal.Conflict.class);
    }

    @Test
    void theCounterGoesPastNumbersThatWereGiven() {
        int next = desk.store.ledger().next(WORKSPACE, Ledger.Counter.CONVERSATION);
        done(create(BOB, draft(next + 1, null, from(LINDA))));
        done(create(BOB, draft(next + 2, null, from(LINDA))));
        assertThat(done(create(BOB, draft(null, null, from(LINDA))))
                        .conversation()
                        .reference())
                .isEqualTo(next + 3);
    }

    @Test
    void howeverManyNumbersWereGivenOneThatNobodyNamesIsMade() {
        IntStream.rangeClosed(1, 500).forEach(number -> done(create(BOB, draft(number, null, from(LINDA)))));

        var made = done(create(BOB, draft(null, null, from(LINDA)))).conversation();
        var next = done(create(BOB, draft(null, null, from(LINDA)))).conversation();
        assertThat(made.reference()).isBetween(501, 1030);
        assertThat(next.reference()).isEqualTo(made.reference() + 1);
    }

    @Test
    void aNewConversationIsAssignedToNobodyAndLogged() {
        var made = done(create(BOB, draft(null, null, from(LINDA)))).conversation();
        assertThat(made.assignment().isNobody()).isTrue();
        assertThat(desk.ticket(made.id())).isEqualTo(made);
        assertThat(desk.logged()).containsExactly(ActivityType.CONVERSATION_CREATED);
    }

    @Test
    void itIsFoundByIdAndByNumberByWhoeverSeesIt() {
        var ticket = desk.supportTicket();
        assertThat(done(conversations.get(desk.as(BOB), ticket)).customer()).isEqualTo(desk.user(LINDA));
        assertThat(done(conversations.openByReference(desk.as(SAM), 217, desk.clock.instant()))
                        .view()
                        .conversation()
                        .id())
                .isEqualTo(ticket);
        assertThat(refused(conversations.get(desk.as(ALICE), ticket))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(conversations.openByReference(desk.as(ALICE), 217, desk.clock.instant())))
                .isEqualTo(Refusal.NotFound.class);
        assertThat(refused(conversations.openByReference(desk.as(SAM), 99, desk.clock.instant())))
                .isEqualTo(Refusal.NotFound.class);
        assertThat(refused(conversations.get(desk.as(SAM), new ConversationId(new UUID(1, 1)))))
                .isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void whoseAccessHasEndedIsShownItAsItWas() {
        var id = desk.supportTicket();
        desk.follows(id, ALICE);
        var memberships = new Memberships(
                desk.store.records(),
                desk.store.ledger(),
                new Seats(desk.store.index(), desk.store.directory(), desk.store.records()),
                desk.ids);
        var was = desk.ticket(id);
        done(memberships.change(
                desk.as(SAM),
                new Seat(id.toString(), desk.user(ALICE).uuid().toString()),
                new TermsChange(FollowAccess.NONE, null),
                null,
                desk.clock.instant()));
        desk.clock.advance(Duration.ofSeconds(1));
        var before = desk.ticket(id);
        var closed = new State("secret", Status.CLOSED, Priority.URGENT, new TreeSet<>(Set.of("secret")));
        desk.commit(new Write.UpdateConversation(
                before, before.with(closed, new Assignment(SAM, null), desk.clock.instant())));
        desk.follows(id, BOB);

        var shown = done(conversations.get(desk.as(ALICE), id));
        assertThat(shown.conversation().state()).isEqualTo(was.state());
        assertThat(shown.conversation().assignment()).isEqualTo(was.assignment());
        assertThat(shown.conversation().lastActivityAt()).isEqualTo(was.lastActivityAt());
        assertThat(shown.conversation().participantCount()).isZero();
        assertThat(shown.assignee()).isNull();
        var opened = done(conversations.openByReference(desk.as(ALICE), was.reference(), desk.clock.instant()));
        assertThat(opened.view()).isEqualTo(shown);
        assertThat(done(conversations.get(desk.as(SAM), id)).conversation().state())
                .isEqualTo(closed);
    }

    @Test
    void itsDepartmentIsLookedUp() {
        var department = new Department(new DepartmentId(new UUID(1, 1)), "Accounts");
        desk.commit(new Write.CreateDepartment(department));
        var origin = new Origin(LINDA, Channel.EMAIL, Source.API, null, department.id());
        assertThat(done(create(BOB, draft(null, null, origin))).department()).isEqualTo(department);
    }
}
