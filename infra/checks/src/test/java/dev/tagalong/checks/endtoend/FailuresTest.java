package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.RandomIds;
import dev.tagalong.local.Options;
import dev.tagalong.local.Runner;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What always fails, on a stack of its own: one record, where queues wait three seconds and try twice, and a function that
 * may not read what it needs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailuresTest {
    private static final String LETTERS = "dead-letters/fan_out/";
    private static final AttributeValue UNKNOWN = AttributeValue.fromS("made_up");

    private final RandomIds ids = new RandomIds(InstantSource.system(), new SecureRandom());

    private Runner runner;
    private Desk desk;
    private Resources resources;

    @BeforeAll
    void start(@TempDir Path folder) {
        var failing = ChangedTemplate.in(
                folder,
                template -> template.replaceAll("VisibilityTimeout: \\d+", "VisibilityTimeout: 3")
                        .replaceAll("maxReceiveCount: \\d+", "maxReceiveCount: 2")
                        .replaceFirst("(?s)(\n  ReceiveFrame:\n.*?)\n +- dynamodb:BatchGetItem", "$1"));
        runner = Runner.start(Options.standard().anyPorts().withoutDemo().by(failing));
        desk = Desk.fresh(runner);
        resources = new Resources(runner.environment());
    }

    @AfterAll
    void stop() {
        runner.close();
    }

    /** The record of somebody who was added, once more, so that nobody can read it. */
    private Map<String, AttributeValue> poison(Agent added, Ticket ticket) {
        desk.owner().add(ticket, added).is(200);
        added.inbox(ticket, 1);
        var real = resources.items().values().stream()
                .filter(item -> AttributeValue.fromS("follower_added").equals(item.get("type")))
                .findFirst()
                .orElseThrow();
        return with(with(real, "SK", AttributeValue.fromS("EVT#" + ids.event())), "type", UNKNOWN);
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> item, String name, AttributeValue value) {
        var changed = new HashMap<>(item);
        changed.put(name, value);
        return changed;
    }

    private String letter() {
        var archive = resources.archive();
        Eventually.holds(() -> assertThat(archive.names(LETTERS, 10)).hasSize(1));
        return archive.read(archive.names(LETTERS, 1).getFirst()).orElseThrow();
    }

    @Test
    void aPoisonousRecordDelaysNoOtherLiesInTheArchiveWithItsCauseAndIsReplayedOnce() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(desk.owner());
        try (var socket = desk.socket(mia)) {
            var poison = poison(mia, ticket);
            resources.put(poison);
            desk.owner().note(ticket, "This comes after it.");
            mia.inbox(ticket, 2);
            assertThat(letter())
                    .contains("\"work\":\"fan_out\"")
                    .contains("MADE_UP")
                    .contains(ticket.uuid());

            assertThat(desk.replays(LETTERS).is(200).number("replayed")).isEqualTo(1);
            assertThat(letter()).as("it fails again").contains("MADE_UP");

            resources.put(with(poison, "type", AttributeValue.fromS("follower_added")));
            assertThat(desk.replays(LETTERS).is(200).number("replayed")).isEqualTo(1);
            mia.inbox(ticket, 3);
            assertThat(desk.replays(LETTERS).is(200).number("replayed")).isZero();
            desk.owner().note(ticket, "The last.");
            mia.inbox(ticket, 4);
            socket.await("new_notification", ticket, 4);
        }
    }

    @Test
    void whoSaysWhatNoFunctionCanTakeIsToldByTheGatewayAndStays() {
        try (var socket = desk.socket(desk.owner())) {
            socket.saySubscribe(desk.ticketOf(desk.owner()));
            socket.awaitFrame("{\"message\":\"Internal server error\",\"connectionId\":");
            socket.say("ping");
            socket.awaitText("pong");
        }
    }
}
