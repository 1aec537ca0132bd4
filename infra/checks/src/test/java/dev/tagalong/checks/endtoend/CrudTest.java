package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conversations as clients of /conversations know them, and deleting by either facade. */
@ExtendWith(RunningStack.class)
class CrudTest {
    private final Desk desk;
    private final Api olga;

    CrudTest(Desk desk) {
        this.desk = desk;
        this.olga = desk.owner().api();
    }

    @Test
    void aConversationIsMadeReadChangedListedAndDeleted() {
        int linda = desk.contact();
        var mia = desk.agent("Mia");
        int inbox = olga.post("/api/v1/inboxes", "name", "Web").is(201).number("data", "id");
        var made = olga.post("/conversations", "subject", "Printer", "customerId", linda, "inboxId", inbox)
                .is(201);
        var id = made.string("data", "_id");
        assertThat(made.at("success")).isEqualTo(true);
        assertThat(Answer.fields(made.at("data")))
                .containsEntry("subject", "Printer")
                .containsEntry("status", "open")
                .containsEntry("priority", "medium")
                .containsEntry("channel", "email")
                .containsEntry("source", "api")
                .containsEntry("inboxId", inbox)
                .containsEntry("assignedTo", null);
        assertThat(olga.get("/conversations/" + id).is(200).body()).isEqualTo(made.body());

        var changed = olga.put("/conversations/" + id, "status", "pending", "assignedTo", mia.id())
                .is(200);
        assertThat(changed.string("data", "status")).isEqualTo("pending");
        assertThat(changed.number("data", "assignedTo", "id")).isEqualTo(mia.id());
        var customer = olga.get("/conversations/" + id).is(200).string("data", "customerId", "_id");
        var assignee = changed.string("data", "assignedTo", "_id");
        for (var query : List.of(
                "assignedTo=" + mia.id(), "assignedTo=" + assignee, "customerId=" + customer, "inboxId=" + inbox)) {
            var found = olga.get("/conversations?status=pending&" + query).is(200);
            assertThat(found.column("_id", "data")).as(query).containsExactly(id);
            assertThat(found.at("pagination")).isEqualTo(Map.of("total", 1, "page", 1, "limit", 50, "totalPages", 1));
        }
        for (var query : List.of("assignee=" + mia.id(), "inbox=" + inbox)) {
            assertThat(olga.get("/api/v1/conversations?" + query).is(200).column("uuid", "data", "results"))
                    .as(query)
                    .containsExactly(id);
        }
        assertThat(olga.send("PUT", "/conversations/" + id, "{\"assignedTo\":null}")
                        .is(200)
                        .at("data", "assignedTo"))
                .isNull();
        assertThat(olga.delete("/conversations/" + id).is(200).string("data", "_id"))
                .isEqualTo(id);
        assertThat(olga.get("/conversations/" + id).is(404).string("error", "code"))
                .isEqualTo("NOT_FOUND");
        assertThat(olga.get("/conversations?customerId=" + linda).is(200).rows("data"))
                .isEmpty();
    }

    @Test
    void usersAreNamedByUuidToo() {
        var mia = desk.agent("Mia");
        var made = olga.post("/conversations", "subject", "One", "customerId", desk.contact())
                .is(201);
        var customer = made.string("data", "customerId", "_id");
        var path = "/conversations/"
                + olga.post("/conversations", "subject", "Two", "customerId", customer)
                        .is(201)
                        .string("data", "_id");
        var assignee = olga.put(path, "assignedTo", mia.id()).is(200).string("data", "assignedTo", "_id");
        olga.put(path, "assignedTo", desk.owner().id()).is(200);
        assertThat(olga.put(path, "assignedTo", assignee).is(200).number("data", "assignedTo", "id"))
                .isEqualTo(mia.id());
        olga.put(path, "assignedTo", "00000000-0000-4000-8000-000000000000").is(404);
    }

    @Test
    void whatHasADepartmentIsReadByThisFacadeToo() {
        var department =
                olga.post("/api/v1/departments", "name", "Sales").is(201).string("data", "uuid");
        var ticket = desk.ticket("customer_id", desk.contact(), "department_uuid", department);
        assertThat(olga.get("/conversations/" + ticket.uuid()).is(200).string("data", "subject"))
                .isEqualTo(ticket.subject());
        assertThat(olga.get("/api/v1/conversations?department=" + department)
                        .is(200)
                        .column("uuid", "data", "results"))
                .containsExactly(ticket.uuid());
        assertThat(Answer.fields(olga.get("/api/v1/conversations?department=" + department)
                        .is(200)
                        .rows("data", "results")
                        .getFirst()
                        .get("department")))
                .containsEntry("name", "Sales");
    }

    @Test
    void refusalsAreSpelledAsThisFacadeDoes() {
        var refused = olga.get("/conversations?limit=101").is(400);
        assertThat(refused.at("success")).isEqualTo(false);
        assertThat(refused.at("error"))
                .isEqualTo(Map.of("code", "INVALID_INPUT", "message", "limit: must be at most 100"));
        assertThat(desk.nobody().get("/conversations").is(401).string("error", "code"))
                .isEqualTo("UNAUTHENTICATED");
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(mia);
        assertThat(mia.api().delete("/conversations/" + ticket.uuid()).is(403).string("error", "code"))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void severalFieldsAreMergedAtOnceAndLoggedOneByOne() {
        var ticket = desk.ticket();
        olga.put(ticket.path(""), "subject", "Renamed", "priority", "high", "tags", List.of("vip"))
                .is(200);
        olga.put(ticket.path(""), "status", "closed", "assigned_user_id", 2_000_000_000)
                .refuses(404, "NotFound", "user not found");
        assertThat(olga.get(ticket.path("")).is(200).string("data", "status")).isEqualTo("open");
        var mia = desk.agent("Mia");
        int team = desk.team(mia);
        assertThat(olga.put(ticket.path(""), "assigned_user_id", mia.id(), "assigned_team_id", team)
                        .is(200)
                        .number("data", "assigned_team_id"))
                .isEqualTo(team);
        assertThat(olga.get(ticket.path("/activities")).is(200).column("type", "data", "results"))
                .containsExactly(
                        "team_assigned",
                        "assigned",
                        "tags_changed",
                        "priority_changed",
                        "subject_changed",
                        "conversation_created");
    }

    @Test
    void deletingTakesFollowsMessagesAndNotificationsWithIt() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(desk.agent("Tom"));
        desk.owner().add(ticket, mia).is(200);
        desk.owner().note(ticket, "Please look");
        mia.inbox(ticket, 2);
        var before = total(mia);

        olga.delete(ticket.path("")).is(200);

        assertThat(mia.inbox()).extracting(row -> row.get("conversation_uuid")).doesNotContain(ticket.uuid());
        assertThat(total(mia)).isEqualTo(before - 2);
        for (var path : List.of("", "/participants", "/messages", "/activities")) {
            olga.get(ticket.path(path)).refuses(404, "NotFound", "conversation not found");
            mia.api().get(ticket.path(path)).is(404);
        }
        olga.get("/api/v1/conversations/by-ref/" + ticket.reference()).is(404);
        olga.post(ticket.path("/messages"), "message", "x", "private", true).is(404);
        mia.follow(ticket).is(404);
        mia.unfollow(ticket).is(404);
        assertThat(mia.api().get("/api/v1/conversations/following").is(200).number("data", "total"))
                .isZero();
        olga.delete(ticket.path("")).is(404);
    }

    private static int total(Agent agent) {
        return agent.api().get("/api/v1/notifications/stats").is(200).number("data", "total_count");
    }
}
