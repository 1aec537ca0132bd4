package dev.tagalong.handlers.communications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.store.Write;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThreadEndpointsTest {
    private static final UUID CARE = new UUID(0x4000, 0x8000000000000005L);
    private static final String OTHER = "0197c1a4-5c1e-4abc-8def-0123456789ab";
    private static final String NOTE = group("INTERNAL", "MANUAL", "\"INTERNAL_NOTE\"");

    /** Longer than any text that is read. */
    private static final String LONG = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    private final FrontDesk front = new FrontDesk();
    private final ChangeThreadFollowers change = new ChangeThreadFollowers(front.edge, front.threadFollowers());
    private final ListThreadFollowers list = new ListThreadFollowers(front.edge, front.threadFollowers());

    ThreadEndpointsTest() {
        front.desk.commit(new Write.CreateDepartment(new Department(new DepartmentId(CARE), "Customer care")));
    }

    private static String uuid(UserId user) {
        return new UUID(0x4000, 0x8000000000000000L | user.value()).toString();
    }

    private static String group(String type, String category, String events) {
        return "{\"type\":\"" + type + "\",\"category\":{\"name\":\"" + category + "\",\"events\":[" + events + "]}}";
    }

    private static String user(UserId user, String type) {
        return "\"user\":{\"uuid\":\"" + uuid(user) + "\",\"name\":\"N\",\"type\":\"" + type + "\"}";
    }

    private static String adding(UserId user, String... groups) {
        var type = user.equals(Desk.LINDA) ? "CUSTOMER" : "USER";
        return "{" + user(user, type) + ",\"addedEvents\":[" + String.join(",", groups) + "]}";
    }

    private static String body(String... entries) {
        return "{\"userEvents\":[" + String.join(",", entries) + "]}";
    }

    private static Request at(Request request) {
        return at(request, CARE.toString(), uuid(Desk.LINDA));
    }

    private static Request at(Request request, String department, String customer) {
        return request.at("/communications/department/" + department + "/customer/" + customer + "/followers")
                .path("departmentUUID", department)
                .path("customerUUID", customer);
    }

    private Answer post(UserId caller, String body) {
        return at(front.as(caller)).body(body).to(change);
    }

    private Answer post(String body) {
        return post(Desk.ADA, body);
    }

    private Answer get(UserId caller) {
        return at(front.as(caller)).to(list);
    }

    private static List<Object> codes(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return IntStream.range(0, answer.list("errors").size())
                .mapToObj(at -> answer.at("errors." + at + ".errorCode"))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void whereverTheStoreIsLostARepetitionAppliesEveryEntry(int calls) {
        var body = body(adding(Desk.BOB, NOTE), adding(Desk.SAM, NOTE), adding(Desk.ALICE, NOTE));
        front.desk.store.faults().failAfter(calls);
        once(body);
        front.desk.store.faults().heal();

        assertThat(once(body).text()).contains("\"errors\":[]");
        assertThat(get(Desk.ADA).list("userEvents")).hasSize(3);
    }

    @Test
    void whatWasTooMuchAtOnceIsDoneByARepetition() {
        front.desk.store.faults().staleCommits(8);
        assertThat(codes(once(body(adding(Desk.BOB, NOTE))))).containsExactly("BUSY");
        assertThat(codes(once(body(adding(Desk.BOB, NOTE))))).isEmpty();
        assertThat(get(Desk.ADA).list("userEvents")).hasSize(1);
    }

    private Answer once(String body) {
        var path = "/communications/department/" + CARE + "/customer/" + uuid(Desk.LINDA) + "/followers";
        return at(front.as(Desk.ADA).once("POST", path, "k")).body(body).to(change);
    }

    @Test
    void thePublicSampleEndsEmptyWithAWarning() {
        var sample = "{" + user(Desk.SAM, "USER") + ",\"addedEvents\":[" + NOTE + "],\"revokedEvents\":[" + NOTE
                + "],\"events\":[" + NOTE + "]}";
        var answer = post("{\"userEvents\":[" + sample + "],\"customerUuid\":\"" + uuid(Desk.LINDA)
                + "\",\"departmentUuid\":\"" + CARE + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"errors\":[],\"warnings\":[{\"warningCode\":\"EVENTS_IGNORED\",\"warningDescription\":"
                        + "\"userEvents[0]: events is not what comes of addedEvents and revokedEvents\"}]}");
        assertThat(get(Desk.ADA).list("userEvents")).isEmpty();
    }

    @Test
    void whatIsListedMayBePostedAgain() {
        post(body(
                adding(Desk.BOB, group("INTERNAL", "AUTOMATIC", "\"STATUS\",\"ASSIGNMENT\""), NOTE),
                adding(Desk.LINDA, group("EXTERNAL", "MANUAL", "\"REPLY\""))));
        var listed = get(Desk.ADA);

        assertThat(listed.text())
                .isEqualTo("{\"userEvents\":[{\"user\":{\"uuid\":\"" + uuid(Desk.BOB)
                        + "\",\"name\":\"Bob Smith\",\"type\":\"USER\",\"departmentUuid\":\"" + CARE
                        + "\"},\"events\":["
                        + NOTE + "," + group("INTERNAL", "AUTOMATIC", "\"STATUS\",\"ASSIGNMENT\"")
                        + "]},{\"user\":{\"uuid\":\"" + uuid(Desk.LINDA)
                        + "\",\"name\":\"Linda Olsen\",\"type\":\"CUSTOMER\",\"departmentUuid\":\"" + CARE
                        + "\"},\"events\":[" + group("EXTERNAL", "MANUAL", "\"REPLY\"") + "]}],\"customerUuid\":\""
                        + uuid(Desk.LINDA) + "\",\"departmentUuid\":\"" + CARE + "\"}");
        assertThat(codes(post(listed.text()))).isEmpty();
        assertThat(get(Desk.ADA).text()).isEqualTo(listed.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | body: must be a JSON object",
                "{} | userEvents: is required",
                "{\"userEvents\":null} | userEvents: is required",
                "{\"userEvents\":{}} | userEvents: must be a list",
                "{\"userEvents\":[1]} | userEvents: must hold objects",
                "{\"userEvents\":[null]} | userEvents: must not hold null",
                "{\"userEvents\":[{\"user\":1}]} | userEvents[0].user: must be an object",
                "{\"userEvents\":[{\"user\":{\"uuid\":1}}]} | userEvents[0].user.uuid: must be a string",
                "{\"userEvents\":[],\"customerUuid\":1} | customerUuid: must be a string"
            })
    void aBodyOfAnotherShapeIsRefusedAsAWhole(String body, String message) {
        var answer = post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("errors.0.errorCode")).isEqualTo("INVALID_INPUT");
        assertThat(answer.at("errors.0.errorDescription")).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | userEvents[1].addedEvents: must hold objects",
                "{\"type\":\"INTERNAL\",\"category\":{\"name\":\"MANUAL\",\"events\":[1]}} | userEvents[1].addedEvents[0].category.events: must hold strings",
                "{\"type\":1} | userEvents[1].addedEvents[0].type: must be a string",
                "{\"category\":\"MANUAL\"} | userEvents[1].addedEvents[0].category: must be an object",
                "{\"type\":\"INTERNAL\",\"category\":{\"name\":\"MANUAL\",\"events\":\"REPLY\"}} | userEvents[1].addedEvents[0].category.events: must be a list"
            })
    void anEntryOfAnotherShapeRefusesTheWholeBody(String group, String message) {
        var answer = post(body(adding(Desk.SAM, NOTE), adding(Desk.BOB, group)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("errors.0.errorDescription")).isEqualTo(message);
        assertThat(get(Desk.ADA).list("userEvents")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INTERN, MANUAL, INTERNAL_NOTE, UNKNOWN_TYPE",
        "'', MANUAL, INTERNAL_NOTE, UNKNOWN_TYPE",
        "INTERNAL, manual, INTERNAL_NOTE, UNKNOWN_CATEGORY",
        "INTERNAL, MANUAL, NOTE, UNKNOWN_EVENT",
        "EXTERNAL, MANUAL, INTERNAL_NOTE, NOT_EXTERNAL"
    })
    void anUnknownWordIsAnErrorOfItsEntryOnly(String type, String category, String event, String code) {
        var answer =
                post(body(adding(Desk.SAM, NOTE, group(type, category, "\"" + event + "\"")), adding(Desk.BOB, NOTE)));

        assertThat(codes(answer)).isEqualTo(List.of(code));
        assertThat(answer.at("errors.0.errorDescription")).asString().startsWith("userEvents[0]: ");
        assertThat(UUID.fromString(String.valueOf(answer.at("errors.0.errorUID"))))
                .isNotNull();
        assertThat(get(Desk.ADA).list("userEvents")).hasSize(1);
        assertThat(get(Desk.ADA).at("userEvents.0.user.uuid")).isEqualTo(uuid(Desk.BOB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\\u0000b", "\\ud83d", LONG})
    void aTextThatCannotBeAWordIsAnErrorOfItsEntryOnly(String text) {
        var mistyped = "{" + user(Desk.SAM, text) + ",\"events\":[" + NOTE + "]}";
        var nobody = "{\"user\":{\"uuid\":\"" + text + "\",\"type\":\"USER\"},\"events\":[" + NOTE + "]}";
        var answer = post(body(
                adding(Desk.SAM, group(text, "MANUAL", "\"REPLY\"")),
                adding(Desk.SAM, group("INTERNAL", text, "\"REPLY\"")),
                adding(Desk.SAM, group("INTERNAL", "MANUAL", "\"" + text + "\"")),
                mistyped,
                nobody,
                adding(Desk.BOB, NOTE)));

        assertThat(codes(answer))
                .isEqualTo(List.of(
                        "UNKNOWN_TYPE", "UNKNOWN_CATEGORY", "UNKNOWN_EVENT", "UNKNOWN_USER_TYPE", "USER_NOT_FOUND"));
        assertThat(answer.text()).hasSizeLessThan(2_000);
        assertThat(get(Desk.ADA).list("userEvents")).hasSize(1);
        assertThat(get(Desk.ADA).at("userEvents.0.user.uuid")).isEqualTo(uuid(Desk.BOB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", LONG})
    void aThreadThatCannotBeNamedIsAMismatch(String text) {
        var elsewhere = adding(Desk.SAM, NOTE).replace("\"name\"", "\"departmentUuid\":\"" + text + "\",\"name\"");
        var answer = post("{\"userEvents\":[" + elsewhere + "," + adding(Desk.BOB, NOTE) + "],\"customerUuid\":\""
                + text + "\"}");

        assertThat(codes(answer)).isEqualTo(List.of("UUID_MISMATCH", "UUID_MISMATCH"));
        assertThat(get(Desk.ADA).list("userEvents")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"string", "", "42", "afa55a3b-60fa-4930-8382-4ad39cf6929f"})
    void aUserWhoIsNotThereIsAnErrorOfItsEntryOnly(String uuid) {
        var nobody = "{\"user\":{\"uuid\":\"" + uuid + "\",\"type\":\"USER\"},\"events\":[" + NOTE + "]}";

        assertThat(codes(post(body(nobody, adding(Desk.BOB, NOTE))))).isEqualTo(List.of("USER_NOT_FOUND"));
        assertThat(get(Desk.ADA).list("userEvents")).hasSize(1);
    }

    @Test
    void anEntryWithoutItsUserOrOfAnotherTypeIsAnErrorOfItsOwn() {
        var mistyped = "{" + user(Desk.BOB, "CONTACT") + ",\"events\":[" + NOTE + "]}";
        var untyped = "{" + user(Desk.BOB, "") + ",\"events\":[" + NOTE + "]}";
        var contact =
                "{" + user(Desk.LINDA, "CONTACT") + ",\"events\":[" + group("EXTERNAL", "MANUAL", "\"REPLY\"") + "]}";

        assertThat(codes(post(body("{}", mistyped, untyped, adding(Desk.LINDA, NOTE), contact))))
                .isEqualTo(List.of("USER_NOT_FOUND", "USER_TYPE_MISMATCH", "UNKNOWN_USER_TYPE", "NOT_FOR_CONTACTS"));
        assertThat(get(Desk.ADA).at("userEvents.0.user.uuid")).isEqualTo(uuid(Desk.LINDA));
    }

    @Test
    void thePathWinsOverTheUuidsOfTheBody() {
        var answer = post("{\"userEvents\":[" + adding(Desk.BOB, NOTE) + "],\"customerUuid\":\"string\","
                + "\"departmentUuid\":\"" + OTHER + "\"}");

        assertThat(codes(answer)).isEqualTo(List.of("UUID_MISMATCH", "UUID_MISMATCH"));
        assertThat(answer.at("errors.0.errorDescription"))
                .isEqualTo("departmentUuid: is not that of the path, which counts");
        assertThat(get(Desk.ADA).list("userEvents")).hasSize(1);
    }

    @Test
    void anEntryOfAnotherDepartmentIsNotApplied() {
        var elsewhere = adding(Desk.SAM, NOTE).replace("\"name\"", "\"departmentUuid\":\"" + OTHER + "\",\"name\"");

        assertThat(codes(post(body(elsewhere, adding(Desk.BOB, NOTE))))).isEqualTo(List.of("UUID_MISMATCH"));
        assertThat(get(Desk.ADA).list("userEvents")).hasSize(1);
    }

    @Test
    void emptyListsBesideEventsSayNothing() {
        post(body(adding(Desk.BOB, group("INTERNAL", "MANUAL", "\"STATUS\""))));
        var replaced =
                "{" + user(Desk.BOB, "USER") + ",\"addedEvents\":[],\"revokedEvents\":[],\"events\":[" + NOTE + "]}";

        assertThat(post(body(replaced)).list("warnings")).isEmpty();
        assertThat(get(Desk.ADA).at("userEvents.0.events.0.category.events")).hasToString("[INTERNAL_NOTE]");
        assertThat(codes(post(body("{" + user(Desk.BOB, "USER") + ",\"events\":[]}"))))
                .isEmpty();
        assertThat(get(Desk.ADA).list("userEvents")).isEmpty();
    }

    @Test
    void aHundredAndFirstEntryIsRefusedBeforeAnythingIsDone() {
        var entries =
                IntStream.range(0, 101).mapToObj(at -> adding(Desk.BOB, NOTE)).toArray(String[]::new);
        var answer = post(body(entries));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("errors.0.errorDescription")).isEqualTo("userEvents: must have at most 100 members");
        assertThat(get(Desk.ADA).list("userEvents")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x, 00000000-0000-4000-8000-00000000005a, 400, departmentUUID: must be a uuid",
        "00000000-0000-4000-8000-000000000005, 90, 400, customerUUID: must be a uuid",
        "0197c1a4-5c1e-4abc-8def-0123456789ab, 00000000-0000-4000-8000-00000000005a, 404, department not found",
        "00000000-0000-4000-8000-000000000005, 0197c1a4-5c1e-4abc-8def-0123456789ab, 404, customer not found",
        "00000000-0000-4000-8000-000000000005, 00000000-0000-4000-8000-00000000002a, 404, customer not found"
    })
    void aPathThatNamesNoThreadIsRefused(String department, String customer, int status, String message) {
        for (var endpoint : List.of(change, list)) {
            var answer =
                    at(front.as(Desk.ADA), department, customer).body(body()).to(endpoint);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.at("errors.0.errorDescription")).isEqualTo(message);
            assertThat(answer.list("warnings")).isEmpty();
        }
    }

    @Test
    void whoeverIsNobodyIsAskedForBasic() {
        for (var endpoint : List.of(change, list)) {
            var answer = at(new Request()).body(body()).to(endpoint);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers())
                    .containsEntry("www-authenticate", "Basic realm=\"Tagalong\", charset=\"UTF-8\"");
            assertThat(answer.at("errors.0.errorCode")).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void contactsAndKeysWithoutTheScopeAreRefused() {
        for (var endpoint : List.of(change, list)) {
            assertThat(at(front.as(Desk.LINDA)).body(body()).to(endpoint).status())
                    .isEqualTo(403);
            assertThat(at(front.as(Desk.ADA, "users:manage"))
                            .body(body())
                            .to(endpoint)
                            .status())
                    .isEqualTo(403);
            assertThat(at(front.as(Desk.ADA, "conversations:read"))
                            .body(body())
                            .to(endpoint)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anAgentManagesTheirOwnOnly() {
        post(body(adding(Desk.SAM, NOTE)));

        assertThat(codes(post(Desk.BOB, body(adding(Desk.BOB, NOTE), adding(Desk.SAM, NOTE)))))
                .isEqualTo(List.of("FORBIDDEN"));
        assertThat(get(Desk.BOB).list("userEvents")).hasSize(1);
        assertThat(get(Desk.SAM).list("userEvents")).hasSize(2);
    }
}
