package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Stage.ADA;
import static dev.tagalong.checks.events.Stage.ALICE;
import static dev.tagalong.checks.events.Stage.BOB;
import static dev.tagalong.checks.events.Stage.OLGA;
import static dev.tagalong.checks.events.Stage.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tagalong.checks.endtoend.Api;
import dev.tagalong.checks.endtoend.Eventually;
import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import dev.tagalong.local.functions.Functions.Invocation;
import dev.tagalong.local.template.FunctionSpec;
import dev.tagalong.local.template.Template;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The deployed jar under AWS's own runtime client answers every sample as the runner does. One function of each
 * package behind HTTP and of each other kind of event; all of them with -Dtagalong.runtime-client=all. Runs late, since it
 * leaves followers on the ticket of the walk.
 */
@ExtendWith(RunningStack.class)
@Isolated
@Order(Integer.MAX_VALUE - 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuntimeClientTest {
    private static final boolean ALL = "all".equals(System.getProperty("tagalong.runtime-client"));
    /** How many processes start while another is asked. */
    private static final int AHEAD = 2;

    private static final int ENOUGH_ROWS = 4;

    /** What a sample makes is called acme; so it is called where it is made the first and the second time. */
    private static final String ONE = "acme-one";

    private static final String TWO = "acme-two";

    /** Samples that take away what their path names, and what the like of it is made of. */
    private static final Map<String, List<String>> TAKING_AWAY = Map.of(
            "DeleteTeam/deleted", List.of("name", "Brief"),
            "EraseUser/agent", List.of("first_name", "Brief", "role", "agent"),
            "EraseUser/contact", List.of("first_name", "Brief"));

    /** This one takes away all that lies in the archive, so one letter is put there each time. */
    private static final String REPLAYING = "ReplayFailures/replayed";

    private static final Pattern NAMED = Pattern.compile("\"rawPath\" : \"(/api/v1/\\w+/)(\\d+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, RuntimeClient> clients = new HashMap<>();
    private final List<String> names = functions();
    private final List<FunctionSpec> specs =
            Template.read(SampleFile.ROOT.resolve("template.yaml")).functions();

    private final Runner runner;

    @SuppressWarnings("NullAway.Init")
    private Path library;

    RuntimeClientTest(Runner runner) {
        this.runner = runner;
    }

    /** The first of each package of HTTP functions and of each event class, and those that have none; or all. */
    static List<String> functions() {
        var chosen = new TreeMap<String, String>();
        for (var sample : SampleFile.all()) {
            chosen.putIfAbsent(ALL ? sample.function() : kind(sample), sample.function());
        }
        return chosen.values().stream().sorted().toList();
    }

    private static String kind(SampleFile sample) {
        var event = sample.eventType();
        if (event.contains("HTTP")) {
            return sample.handler().getPackageName();
        }
        return event.startsWith("com.amazonaws.") ? event : sample.function();
    }

    @BeforeAll
    void start() throws IOException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"), "AWS's runtime client has a native part for Linux only");
        library = RuntimeClient.unpackLibrary();
        as(BOB).post(TICKET + "/followers", "user_id", 17).is(200);
        for (int at = 0; at < ENOUGH_ROWS; at++) {
            as(ALICE)
                    .post(TICKET + "/messages", "message", "Bob?", "private", true, "mentions", List.of(42))
                    .is(201);
        }
        Eventually.holds(() -> assertThat(as(BOB).get("/api/v1/notifications").rows("data", "results"))
                .hasSizeGreaterThanOrEqualTo(ENOUGH_ROWS));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theRuntimeClientAnswersAsTheRunnerDoes(String function) {
        try (var client = client(function)) {
            assertThat(SampleFile.all().stream()
                            .filter(sample -> sample.function().equals(function)))
                    .isNotEmpty()
                    .allSatisfy(sample -> {
                        var here = essence(sample, ONE, this::invoke);
                        var there = essence(sample, TWO, (unused, event) -> client.invoke(event));
                        assertThat(there).as(sample.toString()).isEqualTo(here);
                    });
        }
    }

    /** The process of a function, while those of the next ones start. */
    private RuntimeClient client(String function) {
        int at = names.indexOf(function);
        names.subList(at, Math.min(names.size(), at + 1 + AHEAD))
                .forEach(name -> clients.computeIfAbsent(name, this::started));
        return Objects.requireNonNull(clients.get(function));
    }

    private RuntimeClient started(String function) {
        var spec = specs.stream()
                .filter(each -> each.name().equals(function))
                .findFirst()
                .orElseThrow();
        return RuntimeClient.start(spec, runner.environment(), library);
    }

    @Test
    void anotherAnswerIsNoticed() {
        var sample = sample("AddFollower/added");
        assertThat(essence(sample, "acme", this::invoke))
                .isNotEqualTo(essence(
                        sample, "acme", (function, event) -> invoke(function, event.replace("Bearer", "Basic"))))
                .isNotEqualTo(essence(sample, "acme", (function, event) -> invoke("ListParticipants", event)));
    }

    private static SampleFile sample(String name) {
        return SampleFile.all().stream()
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The answer to a sample without what differs each time; the name of what it makes is another each time. */
    private Map<String, @Nullable Object> essence(
            SampleFile sample, String made, BiFunction<String, String, Invocation> invoking) {
        var event = Placeholders.fill(sample.text(), this::value).replace("acme", made);
        if (sample.toString().equals(REPLAYING)) {
            invoke(sample.function(), event);
            invoke("ArchiveDeadLetters", sample("ArchiveDeadLetters/fan-out").text());
        }
        var answer = invoking.apply(sample.function(), withItsOwn(sample, event));
        var payload = answer.payload().replace(ONE, "acme").replace(TWO, "acme");
        return Essence.of(new Invocation(payload, answer.failed()));
    }

    /** The event with something in its path that is there to be taken away, each time another one. */
    private String withItsOwn(SampleFile sample, String event) {
        var fields = new ArrayList<Object>(TAKING_AWAY.getOrDefault(sample.toString(), List.of()));
        if (fields.isEmpty()) {
            return event;
        }
        var named = NAMED.matcher(event);
        assertThat(named.find()).as(sample.toString()).isTrue();
        var place = named.group(1);
        fields.addAll(List.of("email", UUID.randomUUID() + "@brief.example"));
        var made = as(ADA).post(place.substring(0, place.length() - 1), fields.toArray())
                .is(201)
                .number("data", "id");
        return event.replace(place + named.group(2), place + made)
                .replace("_id\" : \"" + named.group(2) + "\"", "_id\" : \"" + made + "\"");
    }

    private String value(String word, String email) {
        return switch (word) {
            case "token" -> token(email);
            case "ticket" -> as(email).post("/api/v1/ws-tickets").is(200).string("data", "ticket");
            case "uuid" -> People.uuid(as(OLGA), email);
            case "department" -> People.department(as(OLGA), email);
            case "unsubscribing" -> People.unsubscribing(new Api(http, runner.http(), ""), email);
            case "notification" -> People.notification(as(email));
            case "reply" -> People.replyTo(new Api(http, runner.http(), ""), email);
            default -> throw new IllegalArgumentException("no placeholder: " + word);
        };
    }

    private Invocation invoke(String function, String event) {
        var answer = new Api(http, runner.lambda(), "")
                .send("POST", "/2015-03-31/functions/" + function + "/invocations", event);
        return new Invocation(
                answer.text(),
                answer.headers().firstValue("X-Amz-Function-Error").isPresent());
    }

    private Api as(String email) {
        return new Api(http, runner.http(), token(email));
    }

    private String token(String email) {
        return tokens.computeIfAbsent(email, unused -> People.token(new Api(http, runner.http(), ""), email));
    }

    @AfterAll
    void end() {
        clients.values().forEach(RuntimeClient::close);
    }
}
