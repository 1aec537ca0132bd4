package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;
import static dev.tagalong.checks.events.Stage.BOB;
import static dev.tagalong.checks.events.Stage.OLGA;
import static dev.tagalong.checks.events.Stage.TICKET;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;

/** Tickets that are made to be deleted, and what purges them. The last sample is tried again for as long as the stack runs. */
final class Deletions {
    static final String FIRST = "00000000-0000-4000-8000-000000000001";
    static final String SECOND = "00000000-0000-4000-8000-000000000002";
    static final String THIRD = "00000000-0000-4000-8000-000000000003";
    static final String FOURTH = "00000000-0000-4000-8000-000000000004";

    private static final String TICKETS = "/api/v1/conversations";

    static final List<Sample> ALL = List.of(
            http(
                    "UpdateConversation/changed",
                    200,
                    on -> on.as(OLGA).put(TICKET, "subject", "Login problem after password reset", "priority", "high")),
            http(
                    "UpdateConversation/refused-unknown-priority",
                    400,
                    on -> on.as(OLGA).put(TICKET, "priority", "soon")),
            http("DeleteConversation/deleted", 200, on -> {
                make(on, FIRST);
                return on.as(OLGA).delete(TICKETS + "/" + FIRST);
            }),
            http("DeleteConversation/refused-to-an-agent", 403, on -> on.as(BOB).delete(TICKET)),
            new Sample(
                    "BeginPurge/conversation-deleted",
                    on -> on.next("BeginPurge", event -> event.contains(THIRD), () -> delete(on, THIRD))),
            new Sample("BeginPurge/user-erased", on -> erased(on, "BeginPurge", "\"erased\"")),
            new Sample("BeginPurge/user-deactivated", Deletions::deactivated),
            new Sample("PurgeRemains/user-erased", on -> erased(on, "PurgeRemains", "user:")),
            new Sample(
                    "PurgeRemains/due",
                    on -> on.next("PurgeRemains", event -> event.contains(FOURTH), () -> delete(on, FOURTH))),
            new Sample(
                    "PurgeRemains/refused-not-a-job",
                    on -> on.next(
                            "PurgeRemains",
                            event -> event.contains("not a job"),
                            () -> on.resources().send("PURGE_QUEUE_URL", "not a job"))),
            new Sample(
                    "BeginPurge/refused-malformed-activity",
                    on -> on.next(
                            "BeginPurge",
                            event -> event.contains("malformed"),
                            () -> on.resources()
                                    .put(Map.of(
                                            "PK", fromS("W#demo#AUDIT#CONV#malformed"),
                                            "SK", fromS("EVT#malformed-deletion"),
                                            "entity", fromS("activity"),
                                            "type", fromS("conversation_deleted"))))));

    private Deletions() {}

    /** What the function is invoked with after a contact was erased. */
    private static String erased(Stage on, String function, String sign) {
        return on.next(
                function,
                event -> event.contains(sign),
                () -> on.as(OLGA).delete(contact(on, "brief@acme.example")).is(200));
    }

    private static String deactivated(Stage on) {
        return on.next(
                "BeginPurge",
                event -> event.contains("away@acme.example"),
                () -> on.as(OLGA)
                        .put(contact(on, "away@acme.example"), "active", false)
                        .is(200));
    }

    private static String contact(Stage on, String email) {
        var made = on.as(OLGA)
                .post("/api/v1/contacts", "first_name", "Brief", "email", email)
                .is(201);
        return "/api/v1/contacts/" + made.string("data", "id");
    }

    static void make(Stage on, String uuid) {
        on.as(OLGA)
                .post(TICKETS, "uuid", uuid, "subject", "Made to be deleted", "customer_id", 4)
                .is(201);
    }

    private static void delete(Stage on, String uuid) {
        make(on, uuid);
        on.as(OLGA).delete(TICKETS + "/" + uuid).is(200);
    }
}
