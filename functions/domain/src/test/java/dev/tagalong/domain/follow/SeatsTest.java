package dev.tagalong.domain.follow;

import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.store.Write;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatsTest {
    private final Desk desk = new Desk();
    private final Seats seats = new Seats(desk.store.index(), desk.store.directory(), desk.store.records());

    private ConversationId conversation(int reference, String externalId) {
        var plain = Desk.conversation(reference, "Order", Assignment.NOBODY, desk.clock.instant());
        var made = new Conversation(
                plain.id(),
                reference,
                externalId,
                plain.state(),
                plain.assignment(),
                plain.origin(),
                plain.createdAt(),
                plain.lastActivityAt(),
                0,
                plain.messages(),
                1);
        desk.commit(new Write.CreateConversation(made));
        return made.id();
    }

    private UserId user(int id, String externalId) {
        var plain = Desk.person(new UserId(id), "Agent" + id, "Extra", UserType.AGENT, Role.AGENT);
        return desk.add(new User(
                plain.id(),
                plain.uuid(),
                externalId,
                plain.type(),
                plain.role(),
                plain.person(),
                Set.of(),
                true,
                plain.settings()));
    }

    @Test
    void externalIdsComeBeforeUuids() {
        var order = conversation(900, "order_391_fc");
        var ticket = desk.supportTicket();
        var like = conversation(901, ticket.toString());
        assertThat(done(seats.conversation(desk.as(SAM), "order_391_fc"))).isEqualTo(order);
        assertThat(done(seats.conversation(desk.as(SAM), like.toString()))).isEqualTo(like);
        assertThat(done(seats.conversation(desk.as(SAM), ticket.toString()))).isEqualTo(like);
        var user = user(50, "user_924772");
        assertThat(seats.user(WORKSPACE, "user_924772")).contains(user);
    }

    @Test
    void uuidsAreReadInEitherCase() {
        var uuid = desk.user(BOB).uuid().toString().toUpperCase(Locale.ROOT);
        assertThat(seats.user(WORKSPACE, uuid)).contains(BOB);
        var ticket = desk.supportTicket();
        assertThat(done(seats.conversation(desk.as(SAM), ticket.toString().toUpperCase(Locale.ROOT))))
                .isEqualTo(ticket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "bob@example.com", "1-1-1-1-1", "order_391_fc", "ORDER", "\0"})
    void whatNamesNobodyAndNothingIsNotFound(String name) {
        assertThat(seats.user(WORKSPACE, name)).isEmpty();
        assertThat(refused(seats.conversation(desk.as(SAM), name))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void whoIsNobodyIsNotToldThatThereIsNone() {
        assertThat(refused(seats.conversation(desk.as(new UserId(9999)), "nowhere")))
                .isEqualTo(Refusal.Unauthenticated.class);
    }

    @Test
    void aUuidOfNoConversationIsLeftToTheGate() {
        var unknown = new UUID(1, 2);
        assertThat(done(seats.conversation(desk.as(SAM), unknown.toString())).value())
                .isEqualTo(unknown);
    }
}
