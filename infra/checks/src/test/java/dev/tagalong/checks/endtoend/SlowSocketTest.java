package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A client that does not read delays nobody: its buffers fill, API Gateway says 429, and its socket is closed. Nor does one
 * that is gone, of which it says 410.
 */
@ExtendWith(RunningStack.class)
class SlowSocketTest {
    private static final int MOST_MESSAGES = 40;
    private static final int GHOSTS = 15;
    private static final String SOCKET = "c#";
    private static final String LONG = "What the customer pasted. ".repeat(900);

    private final Desk desk;
    private final Runner runner;
    private final Resources resources;

    SlowSocketTest(Desk desk, Runner runner) {
        this.desk = desk;
        this.runner = runner;
        this.resources = new Resources(runner.environment());
    }

    /** How long it takes until each of these sockets has one message more. */
    private Duration reach(Ticket ticket, List<Socket> reading, int count) {
        long began = System.nanoTime();
        desk.owner().customerWrites(ticket, LONG);
        reading.forEach(socket -> socket.await("new_message", ticket, count));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The item of somebody's sockets. */
    private Map<String, AttributeValue> sockets(Agent agent) {
        return resources.items().entrySet().stream()
                .filter(item -> item.getKey().contains("#USER#" + agent.id() + " CONNS"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** The one socket of somebody. */
    private String connection(Agent agent) {
        return sockets(agent).keySet().stream()
                .filter(name -> name.startsWith(SOCKET))
                .findFirst()
                .orElseThrow()
                .substring(SOCKET.length());
    }

    /** Somebody's sockets have been open for so long that none may be opening still. */
    private void letTimePass(Agent agent) {
        var older = new HashMap<>(sockets(agent));
        older.replaceAll((name, value) -> name.startsWith(SOCKET) ? openedLongAgo(value) : value);
        resources.put(older);
    }

    private static AttributeValue openedLongAgo(AttributeValue socket) {
        var older = new HashMap<>(socket.m());
        older.put("openedAt", AttributeValue.fromN("0"));
        return AttributeValue.fromM(older);
    }

    @Test
    void whoDoesNotReadIsClosedAndEverybodyElseHearsEachMessageMeanwhile() {
        var tom = desk.agent("Tom");
        var ann = desk.agent("Ann");
        var stuckOne = desk.agent("Eve");
        var ticket = desk.ticketOf(tom, ann, stuckOne);
        var took = new ArrayList<Duration>();
        try (var stuck = desk.rawSocket(stuckOne);
                var one = desk.socket(tom);
                var other = desk.socket(ann)) {
            var reading = List.of(one, other);
            var connection = connection(stuckOne);
            assertThat(resources.isOpen(connection)).as("%s is open", stuck).isTrue();
            while (resources.isOpen(connection)) {
                took.add(reach(ticket, reading, took.size() + 1));
                assertThat(took).as("messages of 23 KB that nobody reads").hasSizeLessThan(MOST_MESSAGES);
            }
            int before = took.size();
            for (int more = 0; more < 5; more++) {
                took.add(reach(ticket, reading, took.size() + 1));
            }
            System.out.printf(
                    "%d messages to those who read, beside one who does not: median %d ms, when it was closed %d ms; without it %d ms%n",
                    before,
                    median(took.subList(0, before - 1)),
                    took.get(before - 1).toMillis(),
                    median(took.subList(before, took.size())));
        }
    }

    @Test
    void connectionsThatAreGoneKeepNothingFromTheOthersAndAreForgottenWithTheFirstMessage() {
        var tom = desk.agent("Tom");
        var ann = desk.agent("Ann");
        var ticket = desk.ticketOf(tom, ann);
        try (var one = desk.socket(tom);
                var other = desk.socket(ann)) {
            var reading = List.of(one, other);
            var before = List.of(reach(ticket, reading, 1), reach(ticket, reading, 2), reach(ticket, reading, 3));
            for (int ghost = 0; ghost < GHOSTS; ghost++) {
                new Ghost(runner, ann, "gone" + ghost).connect();
            }
            letTimePass(ann);
            var beside = reach(ticket, reading, 4);
            Eventually.holds(
                    () -> assertThat(sockets(ann).keySet()).noneMatch(name -> name.startsWith(SOCKET + "gone")));
            System.out.printf(
                    "a message to those who read: median %d ms, beside %d connections that are gone %d ms%n",
                    median(before), GHOSTS, beside.toMillis());
        }
    }

    private static long median(List<Duration> some) {
        return some.stream()
                .sorted()
                .skip(some.size() / 2)
                .findFirst()
                .orElse(Duration.ZERO)
                .toMillis();
    }
}
