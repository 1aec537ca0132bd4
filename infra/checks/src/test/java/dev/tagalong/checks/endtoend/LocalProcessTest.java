package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.local.wire.Json;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner as a process: how it starts, ends and comes back. */
@Order(3)
class LocalProcessTest {
    private static final String MESSAGE = "{\"message\":\"Hello\",\"sender_type\":\"contact\"}";
    /** Kept, or told that there is too much to do at this ticket. */
    private static final Pattern ANSWERED = Pattern.compile("HTTP/1.1 (201|429) .*");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private LocalProcess start(String... options) {
        return LocalProcess.start(folder.resolve("errors.txt"), options);
    }

    @Test
    void aTakenPortEndsItWithOneSentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var process = start("--no-demo", "--ws-port", "0", "--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(process.ended()).isEqualTo(1);
            assertThat(Files.readAllLines(folder.resolve("errors.txt")).stream()
                            .filter(line -> !line.startsWith("WARNING: ")))
                    .containsExactly(
                            "Port " + taken.getLocalPort() + " is taken: choose another with --port, or 0 for any.");
        }
    }

    @Test
    void anUnknownOptionEndsItWithASentence() throws Exception {
        try (var process = start("--prot", "3000")) {
            assertThat(process.ended()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("errors.txt"))).startsWith("There is no option --prot.");
        }
    }

    @Test
    void halfADemoIsNotTakenForAWholeOne() throws Exception {
        String[] options = {"--port", "0", "--ws-port", "0", "--data", folder.toString()};
        try (var process = start(options)) {
            Eventually.holds(() -> assertThat(folder.resolve("demo-is-loading")).exists());
            process.kill();
        }
        try (var process = start(options)) {
            assertThat(process.ended()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("errors.txt")))
                    .contains(
                            "Loading the demo into " + folder + " was cut off: delete that folder, or choose another.");
        }
    }

    @Test
    void whatGoesThroughTheFunctionsIsRecordedWhenAskedAndCallsUnderWayAreAnsweredBeforeItEnds() throws Exception {
        var records = folder.resolve("records");
        var data = folder.resolve("data").toString();
        try (var process =
                start("--no-demo", "--port", "0", "--ws-port", "0", "--record", records.toString(), "--data", data)) {
            var answer = process.anyone().get("/health?why=record").is(200);
            var request = answer.headers().firstValue("x-request-id").orElseThrow();
            var health = records.resolve("Health");
            assertThat(Json.object(Files.readString(health.resolve(request + ".event.json"))))
                    .containsEntry("rawQueryString", "why=record");
            assertThat(Json.object(Files.readString(health.resolve(request + ".answer.json"))))
                    .containsEntry("body", answer.text());

            process.makeWorkspace();
            var desk = process.desk();
            var ticket = desk.ticketOf(desk.agent("Tom"));
            desk.owner().note(ticket, "Before that.");
            var messages = process.place().http().resolve(ticket.path("/messages"));
            var token = desk.owner().api().token();
            var calls = Stream.generate(() -> new UnfinishedCall(messages, token))
                    .limit(10)
                    .toList();

            process.terminate();
            Eventually.holds(() -> {
                calls.forEach(UnfinishedCall::goOn);
                takesNoConnection(process);
            });
            calls.forEach(call -> call.finish(MESSAGE));
            assertThat(calls).extracting(UnfinishedCall::status).allMatch(ANSWERED.asMatchPredicate());
            calls.forEach(UnfinishedCall::close);
            assertThat(process.ended(15)).isEqualTo(143);
            assertThat(Files.readString(folder.resolve("errors.txt"))).doesNotContain("Exception");
        }
    }

    @Test
    void itEndsWithTheProcessThatStartedIt() {
        try (var process = LocalProcess.startInAShell(
                folder.resolve("errors.txt"), "--no-demo", "--port", "0", "--ws-port", "0", "--end-with-parent")) {
            process.anyone().get("/health").is(200);

            process.killTheShell();

            Eventually.holds(() -> takesNoConnection(process));
        }
    }

    private static void takesNoConnection(LocalProcess process) {
        var place = process.place().http();
        assertThatThrownBy(() -> new java.net.Socket(place.getHost(), place.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void nothingAcknowledgedIsLostWhenItIsKilledAndItEndsWhenItsFunctionsDo() throws Exception {
        var data = folder.resolve("data").toString();
        Agent mia;
        Ticket ticket;
        try (var process = start("--no-demo", "--port", "0", "--ws-port", "0", "--data", data)) {
            process.makeWorkspace();
            var desk = process.desk();
            mia = desk.agent("Mia");
            ticket = desk.ticketOf(desk.agent("Tom"));
            desk.owner().add(ticket, mia).is(200);
            process.kill();
        }
        try (var process = start("--port", "0", "--ws-port", "0", "--data", data)) {
            var desk = process.desk();
            assertThat(desk.owner()
                            .api()
                            .get(ticket.path("/participants"))
                            .is(200)
                            .rows("data"))
                    .containsExactly(mia.asParticipant());
            var again = desk.somebody(mia.id(), "Mia", mia.email());
            assertThat(again.inbox(ticket, 1).getFirst()).containsEntry("type", "added");
            Eventually.holds(() -> assertThat(desk.mail(again, ticket)).isNotEmpty());
            again.inbox(ticket, 1);

            process.killTheFunctions();
            assertThat(process.ended(15)).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("errors.txt")))
                    .contains("The process of the functions ended by itself, with status 137, and the runner with it.");
        }
    }
}
