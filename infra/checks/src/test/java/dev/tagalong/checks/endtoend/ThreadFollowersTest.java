package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import dev.tagalong.local.wire.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Followers of a department's thread with a customer, by an API key as the password of Basic, and what they hear. */
@ExtendWith(RunningStack.class)
class ThreadFollowersTest {
    private static final Map<String, Object> NOTE = group("INTERNAL", "INTERNAL_NOTE");

    private final Desk desk;
    private final Api crm;
    private final String department;
    private final int linda;
    private final String customer;
    private final Map<Agent, String> uuids = new HashMap<>();

    ThreadFollowersTest(Runner runner) {
        this.desk = Desk.fresh(runner);
        var olga = desk.owner().api();
        var key = olga.post("/api/v1/agents/2/api-key", "name", "CRM", "scopes", List.of("conversations:read"))
                .is(201)
                .string("data", "api_key");
        this.crm = desk.nobody().by("crm", key);
        this.department =
                olga.post("/api/v1/departments", "name", "Care").is(201).string("data", "uuid");
        this.linda = desk.contact();
        var some = desk.ticket("customer_id", linda);
        this.customer = olga.get(some.path("")).is(200).string("data", "customer", "uuid");
    }

    private static Map<String, Object> group(String type, String... events) {
        return Json.of("type", type, "category", Json.of("name", "MANUAL", "events", List.of(events)));
    }

    private String path() {
        return "/communications/department/" + department + "/customer/" + customer + "/followers";
    }

    private String uuid(Agent agent) {
        return uuids.computeIfAbsent(agent, this::ask);
    }

    private String ask(Agent agent) {
        var ticket = desk.ticket();
        return desk.owner()
                .api()
                .put("/conversations/" + ticket.uuid(), "assignedTo", agent.id())
                .is(200)
                .string("data", "assignedTo", "_id");
    }

    private Answer wish(Agent agent, String list, Object... groups) {
        var user = Json.of("uuid", uuid(agent), "name", agent.name(), "type", "USER");
        return crm.post(path(), "userEvents", List.of(Json.of("user", user, list, List.of(groups))));
    }

    private static void applied(Answer answer) {
        assertThat(answer.is(200).rows("errors")).isEmpty();
    }

    private Ticket inThread() {
        return desk.ticket("customer_id", linda, "department_uuid", department);
    }

    @Test
    void aSubscriberHearsOfTicketsThatCameLater() {
        var sue = desk.agent("Sue", "supervisor");
        applied(wish(sue, "addedEvents", NOTE, group("INTERNAL", "STATUS", "ASSIGNMENT"), group("EXTERNAL", "REPLY")));
        var ticket = inThread();
        var olga = desk.owner();
        olga.note(ticket, "Please look");
        olga.customerWrites(ticket, "It still fails");
        olga.api().put(ticket.path("/status"), "status", "pending").is(200);
        desk.assign(ticket, desk.agent("Max"));

        var rows = sue.inbox(ticket, 4);
        assertThat(rows)
                .extracting(row -> row.get("type"))
                .containsExactlyInAnyOrder("note", "reply", "update", "update");
        assertThat(rows).extracting(row -> row.get("reason")).containsOnly("subscription");
        assertThat(rows).extracting(row -> row.get("title")).contains("Olga updated " + ticket.words());
        Eventually.holds(() -> assertThat(desk.mail(sue, ticket)).isNotEmpty());

        applied(wish(sue, "events"));
        assertThat(crm.get(path()).is(200).rows("userEvents")).isEmpty();
        olga.note(ticket, "No more for her");
        var later = desk.agent("Later", "supervisor");
        later.follow(ticket).is(200);
        olga.note(ticket, "A mark that this was carried out");
        later.inbox(ticket, 1);
        assertThat(sue.inbox(ticket, 4)).hasSize(4);
    }

    @Test
    void aSubscriptionGrantsNoSight() {
        var hidden = inThread();
        desk.owner()
                .api()
                .put(hidden.path("/assignee/team"), "assignee_id", desk.team(desk.agent("Keeper")))
                .is(200);
        var ann = desk.agent("Ann");
        var sue = desk.agent("Sue", "supervisor");
        Eventually.holds(() -> {
            var answer = wish(ann, "addedEvents", NOTE).is(200);
            assertThat(answer.column("warningCode", "warnings")).containsExactly("NO_ACCESS");
        });
        applied(wish(sue, "addedEvents", NOTE));
        ann.api().get(hidden.path("")).is(404);
        desk.owner().note(hidden, "Between us");

        sue.inbox(hidden, 1);
        assertThat(ann.inbox(hidden, 0)).isEmpty();
    }

    @Test
    void entriesGoThroughEachByItself() {
        var ann = desk.agent("Ann");
        var bad = Json.of("user", Json.of("uuid", "string", "name", "string", "type", "USER"), "events", List.of(NOTE));
        var good = Json.of("user", Json.of("uuid", uuid(ann), "type", "USER"), "events", List.of(NOTE));
        var both = crm.post(path(), "userEvents", List.of(bad, good), "customerUuid", customer);

        assertThat(both.is(200).column("errorCode", "errors")).containsExactly("USER_NOT_FOUND");
        var listed = crm.get(path()).is(200);
        assertThat(listed.rows("userEvents")).singleElement().satisfies(row -> {
            assertThat(row.get("user"))
                    .isEqualTo(Map.of(
                            "uuid", uuid(ann), "name", "Ann Tester", "type", "USER", "departmentUuid", department));
            assertThat(row.get("events")).isEqualTo(List.of(NOTE));
        });
        var revoked = Json.of(
                "user",
                good.get("user"),
                "addedEvents",
                List.of(NOTE),
                "revokedEvents",
                List.of(NOTE),
                "events",
                List.of(NOTE));
        var sample = crm.post(path(), "userEvents", List.of(revoked)).is(200);
        assertThat(sample.column("warningCode", "warnings")).containsExactly("EVENTS_IGNORED");
        assertThat(crm.get(path()).rows("userEvents")).isEmpty();
    }

    @Test
    void withoutAKeyOrAThreadItIsRefused() {
        var nobody = desk.nobody().get(path()).is(401);
        assertThat(nobody.headers().firstValue("www-authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
        assertThat(nobody.column("errorCode", "errors")).containsExactly("UNAUTHENTICATED");
        desk.nobody().by("olga", "secret").get(path()).is(401);
        crm.get(path().replace(department, customer)).is(404);
        crm.get(path().replace(customer, department)).is(404);
        crm.post(path(), "users", List.of()).is(400);
        crm.get(path().replace(customer, "me")).is(400);
    }
}
