package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;
import static dev.tagalong.checks.events.Stage.BOB;
import static dev.tagalong.checks.events.Stage.OLGA;
import static dev.tagalong.checks.events.Stage.SAM;
import static dev.tagalong.checks.events.Stage.STRANGER;

import dev.tagalong.checks.endtoend.Answer;
import java.util.List;

/** The same ticket as clients of other systems see it: conversations CRUD, the participants of TalkJS, and followers of its thread. */
final class FacadeSamples {
    private static final String TICKET = "/conversations/afa55a3b-60fa-4930-8382-4ad39cf6929f";
    private static final String PARTICIPANTS = "/v1/demo" + TICKET + "/participants/";
    private static final String LINDA = "linda@customer.example";

    private static final String CARE = "Customer care";
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    static final List<Sample> ALL = List.of(
            http(
                    "CreateCrudConversation/created",
                    201,
                    on -> on.as(OLGA).post("/conversations", "subject", "The printer is offline", "customerId", 4)),
            http(
                    "CreateCrudConversation/refused-without-subject",
                    400,
                    on -> on.as(OLGA).post("/conversations", "customerId", 4)),
            http("GetCrudConversation/found", 200, on -> on.as(OLGA).get(TICKET)),
            http(
                    "GetCrudConversation/refused-of-another-workspace",
                    404,
                    on -> on.as(STRANGER).get(TICKET)),
            http(
                    "ListCrudConversations/listed",
                    200,
                    on -> on.as(OLGA).get("/conversations?status=open&priority=medium&page=1&limit=20")),
            http(
                    "ListCrudConversations/refused-limit-too-large",
                    400,
                    on -> on.as(OLGA).get("/conversations?limit=101")),
            http(
                    "UpdateCrudConversation/changed",
                    200,
                    on -> on.as(OLGA).put(TICKET, "status", "open", "priority", "urgent")),
            http(
                    "UpdateCrudConversation/refused-unknown-status",
                    400,
                    on -> on.as(OLGA).put(TICKET, "status", "asleep")),
            http("DeleteCrudConversation/deleted", 200, on -> {
                Deletions.make(on, Deletions.SECOND);
                return on.as(OLGA).delete("/conversations/" + Deletions.SECOND);
            }),
            http(
                    "DeleteCrudConversation/refused-to-an-agent",
                    403,
                    on -> on.as(BOB).delete(TICKET)),
            http(
                    "JoinConversation/joined",
                    200,
                    on -> linda(on, "PUT", "", "{\"access\":\"ReadWrite\",\"notify\":true}")),
            http("JoinConversation/refused-without-access", 400, on -> linda(on, "PUT", "", "{\"access\":\"None\"}")),
            http("ChangeParticipant/changed", 200, on -> linda(on, "PATCH", "", "{\"notify\":\"MentionsOnly\"}")),
            http(
                    "ChangeParticipant/refused-unknown-access",
                    400,
                    on -> linda(on, "PATCH", "", "{\"access\":\"Write\"}")),
            http("GetParticipantEmail/found", 200, on -> linda(on, "GET", "/email", "")),
            http(
                    "GetParticipantEmail/refused-to-an-agent",
                    403,
                    on -> on.as(BOB).get(PARTICIPANTS + on.uuid(LINDA) + "/email")),
            http("LeaveConversation/left", 200, on -> linda(on, "DELETE", "", "")),
            http(
                    "LeaveConversation/refused-unknown-version",
                    400,
                    on -> linda(on, "DELETE", "?version=2020-01-01", "")),
            http("ChangeThreadFollowers/changed", 200, on -> on.as(SAM).send("POST", thread(on), replies(on))),
            http(
                    "ChangeThreadFollowers/refused-without-entries",
                    400,
                    on -> on.as(SAM).send("POST", thread(on), "{\"customerUuid\":\"" + on.uuid(LINDA) + "\"}")),
            http("ListThreadFollowers/listed", 200, on -> on.as(SAM).get(thread(on))),
            http(
                    "ListThreadFollowers/refused-unknown-department",
                    404,
                    on -> on.as(SAM).get(thread(on).replace(on.department(CARE), UNKNOWN))));

    private FacadeSamples() {}

    private static String thread(Stage on) {
        return "/communications/department/" + on.department(CARE) + "/customer/" + on.uuid(LINDA) + "/followers";
    }

    /** The customer follows the replies of the thread. */
    private static String replies(Stage on) {
        return """
            {"userEvents": [{"user": {"uuid": "%s", "name": "Linda Olsen", "type": "CUSTOMER"}, "addedEvents":
            [{"type": "EXTERNAL", "category": {"name": "MANUAL", "events": ["REPLY"]}}]}]}""".formatted(on.uuid(LINDA));
    }

    private static Answer linda(Stage on, String method, String rest, String body) {
        return on.as(OLGA).send(method, PARTICIPANTS + on.uuid(LINDA) + rest, body);
    }
}
