package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Stage.ALICE;
import static dev.tagalong.checks.events.Stage.BOB;
import static dev.tagalong.checks.events.Stage.OLGA;
import static dev.tagalong.checks.events.Stage.STRANGER;
import static dev.tagalong.checks.events.Stage.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.endtoend.Answer;
import dev.tagalong.checks.endtoend.Eventually;
import dev.tagalong.local.Options;
import dev.tagalong.local.Runner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Nobody of another workspace reads or changes anything of the demo: by no route of the template and over no socket, with
 * valid tokens and with ids that are right in the demo. It has a stack of its own, so that nothing else writes meanwhile.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(2)
class StrangersTest {
    private static final String NOAH = "noah@other.example";
    private static final String LINDA = "linda@customer.example";
    private static final String UUID = TICKET.substring(TICKET.lastIndexOf('/') + 1);
    private static final String TAG = "password-reset";
    private static final Set<Integer> NOTHING_HERE = Set.of(400, 403, 404);
    private static final Set<String> TELLING =
            Set.of("email", "firstName", "lastName", "name", "subject", "content", "tg", "uuid", "externalId");

    /** A tag of the demo that the strangers give a ticket of their own, too. */
    private static final String THEIRS = "login";

    /** Shorter texts, such as Bob, stand in other texts by chance. */
    private static final int SHORTEST = 5;

    private Runner runner;
    private Stage on;

    @BeforeAll
    void start() {
        runner = Runner.start(Options.standard().anyPorts().by(SampleFile.ROOT.resolve("template.yaml")));
        on = new Stage(runner, SampleFile.ROOT);
        on.as(STRANGER)
                .post("/api/v1/agents", "id", 900_001, "first_name", "Noah", "email", NOAH, "role", "agent")
                .is(201);
        on.as(BOB).post(TICKET + "/followers", "user_id", 17).is(200);
        for (var uuid : List.of(Deletions.FIRST, Deletions.SECOND)) {
            Deletions.make(on, uuid);
        }
        on.as(OLGA).put(TICKET + "/tags", "tags", List.of(TAG)).is(200);
        on.as(OLGA).put(TICKET + "/assignee/user", "assignee_id", 42).is(200);
        on.as(OLGA).put(TICKET + "/assignee/user/remove").is(200);
        on.notification(BOB);
        settle("Before the strangers came.");
    }

    @AfterAll
    void stop() {
        runner.close();
    }

    /** What stands in the table and does not belong to the workspace other. */
    private Map<String, Map<String, AttributeValue>> demo() {
        var found = new TreeMap<>(on.resources().items());
        found.keySet().removeIf(key -> key.startsWith("W#other#"));
        return found;
    }

    /** The same once nothing is under way. */
    private Map<String, Map<String, AttributeValue>> quietDemo() {
        var last = new AtomicReference<>(demo());
        Eventually.holds(() -> {
            var now = demo();
            assertThat(now).isEqualTo(last.getAndSet(now));
            assertThat(now.keySet()).noneMatch(key -> key.contains(" MAIL#"));
        });
        return last.get();
    }

    /** Everything written by now has gone through the fan-out when what is written after it has. */
    private void settle(String marker) {
        on.as(OLGA)
                .post(TICKET + "/messages", "message", marker, "private", true)
                .is(201);
        Eventually.holds(() ->
                assertThat(on.as(ALICE).get("/api/v1/notifications").text()).contains(marker));
        Eventually.holds(() ->
                assertThat(on.nobody().get("/_local/mail?to=" + ALICE).text()).contains(marker));
    }

    private String filled(String word, String whose) {
        return switch (word) {
            case "notification" -> on.notification(whose);
            case "uuid" -> on.uuid(whose);
            default -> word;
        };
    }

    /** Names, addresses, subjects, tags, messages and uuids of the demo, but not those of tickets, which a stranger names. */
    private static Set<String> told(Map<String, Map<String, AttributeValue>> items) {
        return items.values().stream()
                .flatMap(item -> TELLING.stream().map(item::get))
                .filter(Objects::nonNull)
                .flatMap(StrangersTest::texts)
                .filter(text -> text.length() >= SHORTEST && !text.equals(THEIRS))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> texts(AttributeValue value) {
        return value.hasL() ? value.l().stream().map(AttributeValue::s) : Stream.ofNullable(value.s());
    }

    private static void tellsNothing(Answer answer, Set<String> told) {
        assertThat(told.stream().filter(answer.text()::contains))
                .as(answer.text())
                .isEmpty();
    }

    @Test
    void noRouteGivesOrChangesAnythingOfAnotherWorkspace() {
        var intrusions = Intrusion.byEveryRoute(this::filled);
        var before = quietDemo();
        var told = told(before);
        assertThat(told)
                .contains(LINDA, "Linda", on.uuid(LINDA), "Support", "Customer care", TAG, "Before the strangers came.")
                .hasSizeGreaterThan(40);
        attack(
                intrusions,
                Intrusion::isNamed,
                answer -> assertThat(NOTHING_HERE).contains(answer.status()),
                told);
        attack(
                intrusions,
                request -> !request.isNamed(),
                answer -> assertThat(answer.status()).isLessThan(500),
                told);
        assignToNoah();
        Eventually.holds(
                () -> assertThat(on.as(NOAH).get("/api/v1/notifications").rows("data", "results"))
                        .hasSize(1));
        assertThat(demo()).isEqualTo(before);
    }

    /** The last thing that is written: when Noah has heard of it, all that came before has gone through the fan-out too. */
    private void assignToNoah() {
        var customer = on.as(STRANGER)
                .post("/api/v1/contacts", "first_name", "Own", "email", "customer@other.example")
                .is(201)
                .number("data", "id");
        var ticket = on.as(STRANGER)
                .post("/api/v1/conversations", "subject", "Our own", "customer_id", customer)
                .is(201)
                .string("data", "uuid");
        on.as(STRANGER)
                .put("/api/v1/conversations/" + ticket + "/assignee/user", "assignee_id", 900_001)
                .is(200);
    }

    private void attack(
            List<Intrusion> intrusions, Predicate<Intrusion> which, Consumer<Answer> outcome, Set<String> told) {
        assertThat(intrusions.stream().filter(which)).isNotEmpty();
        for (var email : List.of(STRANGER, NOAH)) {
            assertThat(intrusions.stream().filter(which)).allSatisfy(intrusion -> {
                var answer = intrusion.by(on.as(email));
                outcome.accept(answer);
                tellsNothing(answer, told);
            });
        }
    }

    /** Makes some in the demo; gives the id of the last, which the other workspace has not come to. */
    private int onlyHere(String path) {
        var made = 0;
        while (made < 10) {
            made = on.as(OLGA).post(path, "name", "Number " + made).is(201).number("data", "id");
        }
        return made;
    }

    @Test
    void idsOfAnotherWorkspaceInABodyNameNothing() {
        var told = told(demo());
        int inbox = onlyHere("/api/v1/inboxes");
        int team = onlyHere("/api/v1/teams");
        var linda = on.uuid(LINDA);
        var stranger = on.as(STRANGER);
        var customer = stranger.post("/api/v1/contacts", "first_name", "Own", "email", "own@other.example")
                .is(201)
                .number("data", "id");
        var own = stranger.post("/api/v1/conversations", "subject", "Our own", "customer_id", customer)
                .is(201)
                .string("data", "uuid");
        var path = "/api/v1/conversations/" + own;
        var department = on.as(OLGA).get(TICKET).is(200).string("data", "department", "uuid");
        assertThat(List.of(
                        stranger.post(
                                "/api/v1/conversations",
                                "subject",
                                "x",
                                "customer_id",
                                customer,
                                "department_uuid",
                                department),
                        stranger.post(
                                "/api/v1/conversations", "subject", "x", "customer_id", customer, "inbox_id", inbox),
                        stranger.post("/conversations", "subject", "x", "customerId", linda),
                        stranger.post("/api/v1/teams", "name", "Theirs", "members", List.of(17, 42)),
                        stranger.post(path + "/followers", "user_id", 42),
                        stranger.put(path + "/assignee/user", "assignee_id", 42),
                        stranger.put(path + "/assignee/team", "assignee_id", team),
                        stranger.put("/conversations/" + own, "assignedTo", linda),
                        stranger.put("/v1/other/conversations/" + own + "/participants/" + linda),
                        stranger.put("/v1/other/conversations/" + UUID + "/participants/900001")))
                .allSatisfy(answer -> {
                    assertThat(NOTHING_HERE).as(answer.text()).contains(answer.status());
                    tellsNothing(answer, told);
                });
    }

    @Test
    void noFrameGetsAnythingOfAnotherWorkspace() {
        try (var theirs = on.socket(STRANGER);
                var hers = on.socket(ALICE)) {
            var data = "\"data\":{\"conversation_uuid\":\"" + UUID + "\",\"is_typing\":true}}";
            hers.say("{\"type\":\"conversation_subscribe\"," + data);
            hers.awaitFrame("{\"type\":\"conversation_subscribed\"");
            var before = quietDemo();
            for (var type : List.of("conversation_subscribe", "view_conversation", "typing")) {
                theirs.say("{\"type\":\"" + type + "\"," + data);
            }
            theirs.say("ping");
            theirs.awaitText("pong");
            assertThat(demo()).isEqualTo(before);
            settle("While a stranger listened.");
            hers.awaitFrame("{\"type\":\"new_message\"");
            assertThat(theirs.frames())
                    .containsOnly("{\"type\":\"error\",\"data\":\"conversation not found\"}", "pong")
                    .hasSizeBetween(3, 4);
            assertThat(hers.frames()).noneMatch(frame -> frame.contains("\"typing\""));
        }
    }
}
