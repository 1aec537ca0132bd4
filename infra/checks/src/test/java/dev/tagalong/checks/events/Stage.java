package dev.tagalong.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.endtoend.Answer;
import dev.tagalong.checks.endtoend.Api;
import dev.tagalong.checks.endtoend.Eventually;
import dev.tagalong.checks.endtoend.Resources;
import dev.tagalong.checks.endtoend.Socket;
import dev.tagalong.local.Runner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The running stack whose invocations are recorded, and what samples are captured with. */
final class Stage {
    static final String BOB = "bob@example.com";
    static final String ALICE = "alice@example.com";
    static final String SAM = "sam@example.com";
    static final String ADA = "ada@example.com";
    static final String OLGA = "olga@example.com";
    /** The admin of the workspace other. */
    static final String STRANGER = "admin@other.example";
    /** The ticket of the demo. */
    static final String TICKET = "/api/v1/conversations/afa55a3b-60fa-4930-8382-4ad39cf6929f";

    private static final String EVENT = ".event.json";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Api> callers = new HashMap<>();
    private final Map<String, String> placeholders = new HashMap<>();
    private final Runner runner;
    private final Path records;

    Stage(Runner runner, Path records) {
        this.runner = runner;
        this.records = records;
    }

    Api nobody() {
        return new Api(client, runner.http(), "");
    }

    /** The HTTP API as somebody of the demo calls it. */
    Api as(String email) {
        return callers.computeIfAbsent(email, unused -> nobody().as(token(email)));
    }

    /** Lambda's Invoke API. */
    Answer invoke(String function, Map<String, ?> event) {
        return new Api(client, runner.lambda(), "")
                .send("POST", "/2015-03-31/functions/" + function + "/invocations", Trees.compact(event));
    }

    private String token(String email) {
        return placeholders.computeIfAbsent(Placeholders.token(email), unused -> People.token(nobody(), email));
    }

    /** A one-time ticket for a socket. */
    String ticket(String email) {
        var ticket = as(email).post("/api/v1/ws-tickets").is(200).string("data", "ticket");
        placeholders.put(Placeholders.ticket(email), ticket);
        return ticket;
    }

    /** The newest row of an inbox. */
    String notification(String email) {
        var id = People.notification(as(email));
        placeholders.put(Placeholders.notification(email), id);
        return id;
    }

    /** The path of the link in the newest mail to somebody. */
    String unsubscribing(String email) {
        var token = People.unsubscribing(nobody(), email);
        placeholders.put(Placeholders.unsubscribing(email), token);
        return "/unsubscribe/" + token;
    }

    /** Where a reply to the newest mail to somebody goes. */
    String replyTo(String email) {
        return placeholders.computeIfAbsent(Placeholders.reply(email), unused -> People.replyTo(nobody(), email));
    }

    /** The uuid of the ticket's customer. */
    String uuid(String email) {
        return placeholders.computeIfAbsent(Placeholders.uuid(email), unused -> People.uuid(as(OLGA), email));
    }

    /** The uuid of a department. */
    String department(String name) {
        return placeholders.computeIfAbsent(Placeholders.department(name), unused -> People.department(as(OLGA), name));
    }

    /** Opens a socket by a token. */
    Socket socket(String email) {
        return Socket.open(client, runner.webSocket(), as(email).token());
    }

    /** Opens a socket by a ticket. */
    Socket socketBy(String ticket) {
        return Socket.openBy(client, runner.webSocket(), ticket);
    }

    /** The queues and the table that the functions are given. */
    Resources resources() {
        return new Resources(runner.environment());
    }

    /** The event of the request that was answered so. */
    String recorded(String function, Answer answer) {
        var request = answer.headers().firstValue("x-request-id").orElseThrow();
        return read(records.resolve(function).resolve(request + EVENT));
    }

    /** The first event like that with which the function is invoked by what is done, soon. */
    String next(String function, Predicate<String> like, Runnable done) {
        var before = names(function);
        done.run();
        var found = new ArrayList<String>();
        Eventually.holds(() -> {
            found.clear();
            names(function).stream()
                    .filter(name -> !before.contains(name))
                    .map(name -> read(records.resolve(function).resolve(name + EVENT)))
                    .filter(like)
                    .forEach(found::add);
            assertThat(found).isNotEmpty();
        });
        return found.getFirst();
    }

    /** What was made for this run only and must not be in a file, by the placeholder that stands for it. */
    Map<String, String> placeholders() {
        return Map.copyOf(placeholders);
    }

    /** What the stack calls its addresses, by what the files call them. */
    Map<String, String> addresses() {
        return Map.of(
                "127.0.0.1:3000", runner.http().getAuthority(),
                "127.0.0.1:3001", runner.webSocket().getAuthority());
    }

    private Set<String> names(String function) {
        var folder = records.resolve(function);
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".answer.json"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every sample that is captured, in the order in which the stack is driven. */
    static List<Sample> samples() {
        var samples = new ArrayList<Sample>();
        samples.addAll(FanOutSamples.ALL);
        samples.addAll(ConversationSamples.ALL);
        samples.addAll(FacadeSamples.ALL);
        samples.addAll(InboxSamples.ALL);
        samples.addAll(MailSamples.ALL);
        samples.addAll(AdministrationSamples.ALL);
        samples.addAll(SocketSamples.ALL);
        samples.addAll(Deletions.ALL);
        samples.addAll(RootSamples.ALL);
        return samples;
    }
}
