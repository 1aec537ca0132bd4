package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.live.Connections;
import dev.tagalong.local.Runner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What those who have one ticket open hear of each other. */
@ExtendWith(RunningStack.class)
class PresenceTest {
    private final Desk desk;
    private final Resources resources;

    PresenceTest(Desk desk, Runner runner) {
        this.desk = desk;
        this.resources = new Resources(runner.environment());
    }

    private static List<?> viewers(Socket socket, Ticket ticket) {
        var update = socket.of("presence_update", ticket).getLast();
        return (List<?>) Objects.requireNonNull(update.get("viewers"));
    }

    private static void awaitViewers(Socket socket, Ticket ticket, Agent... agents) {
        var expected = List.of(agents).stream()
                .map(agent -> Map.of("user_id", (Object) agent.id(), "first_name", agent.name()))
                .toList();
        Eventually.holds(() -> {
            assertThat(socket.of("presence_update", ticket)).isNotEmpty();
            assertThat(new HashSet<Object>(viewers(socket, ticket))).isEqualTo(new HashSet<Object>(expected));
        });
    }

    private static String typing(Ticket ticket, boolean isPrivate) {
        return "{\"type\":\"typing\",\"data\":{\"conversation_uuid\":\"" + ticket.uuid()
                + "\",\"is_typing\":true,\"is_private_message\":" + isPrivate + "}}";
    }

    @Test
    void whoOpensAndLeavesATicketIsToldToThoseWhoLookAtIt() {
        var tom = desk.agent("Tom");
        var ann = desk.agent("Ann");
        var ticket = desk.ticketOf(tom);
        desk.owner().add(ticket, ann).is(200);
        try (var watching = desk.socket(tom)) {
            watching.subscribe(ticket);
            awaitViewers(watching, ticket, tom);
            try (var passing = desk.socket(ann)) {
                passing.subscribe(ticket);
                awaitViewers(watching, ticket, tom, ann);
                awaitViewers(passing, ticket, tom, ann);
                passing.say(typing(ticket, true));
                passing.say("ping");
                passing.awaitText("pong");
                assertThat(watching.of("typing", ticket))
                        .as("less than two seconds after the frame before")
                        .isEmpty();
            }
            awaitViewers(watching, ticket, tom);
        }
    }

    @Test
    void whoIsDeactivatedOrErasedNoLongerLooks() {
        var tom = desk.agent("Tom");
        var ann = desk.agent("Ann");
        var eve = desk.agent("Eve");
        var ticket = desk.ticketOf(tom, ann, eve);
        try (var watching = desk.socket(tom);
                var deactivated = desk.socket(ann);
                var erased = desk.socket(eve)) {
            watching.subscribe(ticket);
            deactivated.subscribe(ticket);
            erased.subscribe(ticket);
            awaitViewers(watching, ticket, tom, ann, eve);
            desk.owner()
                    .api()
                    .put("/api/v1/agents/" + ann.id(), "active", false)
                    .is(200);
            awaitViewers(watching, ticket, tom, eve);
            desk.owner().api().delete("/api/v1/agents/" + eve.id()).is(200);
            awaitViewers(watching, ticket, tom);
        }
    }

    @Test
    void whoWritesIsToldToTheOthers() {
        var tom = desk.agent("Tom");
        var ann = desk.agent("Ann");
        var ticket = desk.ticketOf(tom);
        desk.owner().add(ticket, ann).is(200);
        try (var watching = desk.socket(tom);
                var writing = desk.socket(ann)) {
            watching.subscribe(ticket);
            writing.say(typing(ticket, true));
            assertThat(watching.await("typing", ticket, 1))
                    .containsExactly(Map.of(
                            "conversation_uuid",
                            ticket.uuid(),
                            "user_id",
                            ann.id(),
                            "first_name",
                            ann.name(),
                            "is_typing",
                            true,
                            "is_private_message",
                            true));
        }
    }

    @Test
    void nobodyWritesWhereTheySeeNothing() {
        var ticket = desk.ticketOf(desk.agent("Tom"));
        try (var socket = desk.socket(desk.agent("Eve"))) {
            socket.say(typing(ticket, false));
            socket.awaitText("{\"type\":\"error\",\"data\":\"conversation not found\"}");
        }
    }

    @Test
    void theTabThatMakesRoomForTheTwentyFirstNoLongerLooks() {
        var tom = desk.agent("Tom");
        var ann = desk.agent("Ann");
        var ticket = desk.ticketOf(tom, ann);
        var tabs = new ArrayList<Socket>();
        try (var watching = desk.socket(tom);
                var oldest = desk.socket(ann)) {
            watching.subscribe(ticket);
            oldest.subscribe(ticket);
            awaitViewers(watching, ticket, tom, ann);
            for (int tab = 0; tab < Connections.MOST_PER_USER; tab++) {
                tabs.add(desk.socket(ann));
            }
            awaitViewers(watching, ticket, tom);
        } finally {
            tabs.forEach(Socket::close);
        }
    }

    @Test
    void aSocketThatIsGoneMakesRoomForTheTwentyFirst() {
        var ann = desk.agent("Ann");
        var tabs = new ArrayList<Socket>();
        try {
            noticed(ann, ticket -> {
                for (int tab = 0; tab < Connections.MOST_PER_USER; tab++) {
                    tabs.add(desk.socket(ann));
                }
            });
        } finally {
            tabs.forEach(Socket::close);
        }
    }

    @Test
    void aSocketThatIsFoundGoneIsForgottenAndItsViewToo() {
        var ann = desk.agent("Ann");
        noticed(ann, ticket -> desk.owner().note(ticket, "Is anybody there?"));
    }

    @Test
    void aSocketThatIsGoneDoesNotOutliveTheRightToHaveOne() {
        var ann = desk.agent("Ann");
        var eve = desk.agent("Eve");
        noticed(
                ann,
                ticket -> desk.owner()
                        .api()
                        .put("/api/v1/agents/" + ann.id(), "active", false)
                        .is(200));
        noticed(
                eve,
                ticket ->
                        desk.owner().api().delete("/api/v1/agents/" + eve.id()).is(200));
    }

    /**
     * A socket may go without a word: its function was killed, or the network lost the message. Then what it wrote stands
     * as long as nobody notices, here until the event.
     */
    private void noticed(Agent passer, Consumer<Ticket> event) {
        var tom = desk.agent("Tom");
        var ticket = desk.ticketOf(tom, passer);
        try (var watching = desk.socket(tom)) {
            watching.subscribe(ticket);
            awaitViewers(watching, ticket, tom);
            List<Map<String, AttributeValue>> written;
            try (var passing = desk.socket(passer)) {
                passing.subscribe(ticket);
                awaitViewers(watching, ticket, tom, passer);
                written = writtenOf(passer, ticket);
            }
            awaitViewers(watching, ticket, tom);
            written.forEach(resources::put);
            int told = watching.of("presence_update", ticket).size();

            event.accept(ticket);

            Eventually.holds(() -> assertThat(resources.items().values()).doesNotContainAnyElementsOf(written));
            assertThat(watching.await("presence_update", ticket, told + 1))
                    .as("told that somebody may have gone")
                    .hasSize(told + 1);
            awaitViewers(watching, ticket, tom);
        }
    }

    /** The items by which the one socket of this agent has the ticket open. */
    private List<Map<String, AttributeValue>> writtenOf(Agent agent, Ticket ticket) {
        var items = resources.items();
        var view = items.entrySet().stream()
                .filter(item -> item.getKey().contains("#CONV#" + ticket.uuid() + " SUB#"))
                .map(Map.Entry::getValue)
                .filter(item -> AttributeValue.fromN(Long.toString(agent.id())).equals(item.get("user")))
                .findFirst()
                .orElseThrow();
        var socket = Objects.requireNonNull(view.get("SK")).s().substring("SUB#".length());
        var sockets = items.values().stream()
                .filter(item -> item.containsKey("c#" + socket))
                .findFirst()
                .orElseThrow();
        return List.of(view, sockets);
    }
}
