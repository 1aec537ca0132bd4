package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left of people and teams who were deleted, and what is not. */
@ExtendWith(RunningStack.class)
class ErasureTest {
    private final Desk desk;

    ErasureTest(Runner runner) {
        this.desk = Desk.fresh(runner);
    }

    private Map<String, Object> shown(Ticket ticket) {
        return Answer.fields(desk.owner().api().get(ticket.path("")).is(200).at("data"));
    }

    @Test
    void whoIsErasedIsGoneAtOnceAndTheirTicketsAreNobodysSoon() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        int team = desk.team(mia, tom);
        var followed = desk.ticketOf(tom);
        desk.owner().add(followed, mia).is(200);
        var assigned = desk.ticket();
        desk.assign(assigned, mia);
        mia.inbox(followed, 1);
        desk.owner()
                .api()
                .post("/api/v1/agents/" + mia.id() + "/api-key", "name", "Import")
                .is(201);
        try (var hers = desk.socket(mia)) {
            hers.subscribe(followed);
            desk.owner().api().delete("/api/v1/agents/" + mia.id()).is(200);
            mia.api().get(followed.path("")).is(401);
            Eventually.holds(() -> assertThat(hers.isClosed()).isTrue());
        }
        desk.owner().add(followed, mia).refuses(404, "NotFound", "user not found");
        Eventually.holds(() -> {
            assertThat(shown(assigned)).containsEntry("assigned_user_id", null);
            assertThat(shown(followed)).containsEntry("participant_count", 0);
            assertThat(desk.owner()
                            .api()
                            .get("/api/v1/teams?page_size=100")
                            .is(200)
                            .rows("data", "results"))
                    .filteredOn(row -> Integer.valueOf(team).equals(row.get("id")))
                    .allSatisfy(row -> assertThat(row.get("members")).isEqualTo(List.of(tom.id())));
        });
        var log = desk.owner().api().get(followed.path("/activities")).is(200).rows("data", "results");
        assertThat(log.getFirst())
                .containsEntry("type", "follower_removed")
                .containsEntry("actor", Map.of("id", 2, "first_name", "Olga", "last_name", "Tester"))
                .containsEntry("target", Map.of("id", mia.id(), "first_name", "", "last_name", ""));
        desk.owner()
                .api()
                .post("/api/v1/agents", "first_name", "Mia", "email", mia.email(), "role", "agent")
                .is(201);
    }

    @Test
    void ticketsOfAnErasedCustomerStayWithANumberOnly() {
        int linda = desk.contact();
        var ticket = desk.ticket("customer_id", linda);
        desk.owner().customerWrites(ticket, "Hello.");
        desk.owner().api().delete("/api/v1/contacts/" + linda).is(200);
        desk.owner().api().delete("/api/v1/contacts/" + linda).refuses(404, "NotFound", "user not found");
        assertThat(Answer.fields(shown(ticket).get("customer")))
                .containsEntry("id", linda)
                .containsEntry("first_name", "")
                .containsEntry("email", null);
        assertThat(desk.owner().api().get(ticket.path("/messages")).is(200).column("sender_id", "data", "results"))
                .containsExactly(linda);
        desk.owner().api().get("/conversations/" + ticket.uuid()).is(200);
    }

    @Test
    void aDeletedTeamLetsNobodySeeAndItsTicketsAreNobodys() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        int team = desk.team(mia);
        var ticket = desk.ticket();
        desk.owner()
                .api()
                .put(ticket.path("/assignee/team"), "assignee_id", team)
                .is(200);
        tom.api().get(ticket.path("")).is(404);
        desk.owner().api().delete("/api/v1/teams/" + team).is(200);
        desk.owner().api().delete("/api/v1/teams/" + team).refuses(404, "NotFound", "team not found");
        assertThat(mia.api().put(ticket.path("/status"), "status", "closed").status())
                .as("not hers, and soon nobody's")
                .isIn(404, 403);
        Eventually.holds(() -> tom.api().get(ticket.path("")).is(200));
        assertThat(shown(ticket)).containsEntry("assigned_team_id", null);
    }

    @Test
    void theLastOwnerIsNotErased() {
        var ada = desk.agent("Ada", "admin");
        desk.owner().api().delete("/api/v1/agents/2").refuses(409, "Conflict", "a workspace keeps at least one owner");
        ada.api()
                .delete("/api/v1/agents/2")
                .refuses(403, "Permission", "you may not change somebody above your own role");
        ada.api().delete("/api/v1/agents/1").is(404);
        desk.agent("Tom").api().delete("/api/v1/agents/" + ada.id()).is(403);
    }
}
