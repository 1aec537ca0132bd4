package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.wire.Json;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Silencing a ticket for oneself. */
@ExtendWith(RunningStack.class)
class MuteTest {
    private static final String UNTIL = "2100-01-01T00:00:00Z";

    private final Desk desk;

    MuteTest(Desk desk) {
        this.desk = desk;
    }

    private static void mutes(Agent agent, Ticket ticket) {
        assertThat(agent.api().put(ticket.path("/mute"), "until", UNTIL).is(200).at("data", "muted"))
                .isEqualTo(true);
    }

    private static void unmutes(Agent agent, Ticket ticket) {
        var nothing = new HashMap<String, Object>();
        nothing.put("until", null);
        assertThat(agent.api()
                        .send("PUT", ticket.path("/mute"), Json.write(nothing))
                        .is(200)
                        .at("data", "muted"))
                .isEqualTo(false);
    }

    @Test
    void aFollowerHearsNothingUntilTheyEndTheMute() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        tom.follow(ticket).is(200);
        mutes(mia, ticket);
        desk.owner().note(ticket, "Unheard");
        tom.inbox(ticket, 1);
        unmutes(mia, ticket);
        var heard = desk.owner().note(ticket, "Heard");
        assertThat(mia.inbox(ticket, 1)).allSatisfy(row -> assertThat(row).containsEntry("message_id", heard));
    }

    @Test
    void theAssigneeMutesWithoutFollowing() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        tom.follow(ticket).is(200);
        desk.assign(ticket, mia);
        mia.inbox(ticket, 1);
        mutes(mia, ticket);
        assertThat(mia.api().get(ticket.path("/participants")).is(200).rows("data"))
                .containsExactly(tom.asParticipant());
        assertThat(mia.api().get("/api/v1/conversations/following").is(200).rows("data", "results"))
                .isEmpty();
        desk.owner().note(ticket, "Unheard");
        tom.inbox(ticket, 1);
        unmutes(mia, ticket);
        desk.owner().note(ticket, "Heard");
        assertThat(mia.inbox(ticket, 2)).hasSize(2);
    }

    @Test
    void whatIsWrongIsNamedAndTheUnseenIsNotFound() {
        var mia = desk.agent("Mia");
        var hidden = desk.ticketOf(desk.agent("Tom"));
        mia.api().put(hidden.path("/mute"), "until", UNTIL).is(404);
        mia.api()
                .put(desk.ticket().path("/mute"), "until", "2001-01-01T00:00:00Z")
                .is(400);
        mia.api().put(desk.ticket().path("/mute")).is(400);
    }
}
