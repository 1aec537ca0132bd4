package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What changes with the people of a workspace, and that it does at once. */
@ExtendWith(RunningStack.class)
class PeopleTest {
    private final Desk desk;

    PeopleTest(Runner runner) {
        this.desk = Desk.fresh(runner);
    }

    private Answer change(Agent agent, Object... fields) {
        return desk.owner().api().put("/api/v1/agents/" + agent.id(), fields);
    }

    @Test
    void whoeverIsDeactivatedHearsAndMayNothingUntilTheyAreBack() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticketOf(tom);
        desk.owner().add(ticket, mia).is(200);
        mia.inbox(ticket, 1);
        try (var hers = desk.socket(mia);
                var his = desk.socket(tom)) {
            hers.subscribe(ticket);
            change(mia, "active", false).is(200);
            Eventually.holds(() -> assertThat(hers.isClosed()).isTrue());
            mia.api().get(ticket.path("")).is(401);
            mia.api().post("/api/v1/ws-tickets").is(401);
            desk.owner().note(ticket, "Mia is away.");
            his.await("new_message", ticket, 1);
            assertThat(hers.of("new_message", ticket)).isEmpty();
        }
        desk.owner()
                .api()
                .get(ticket.path("/participants"))
                .is(200)
                .column("id", "data")
                .forEach(id -> assertThat(id).isNotEqualTo(mia.id()));
        desk.owner().add(ticket, mia).refuses(404, "NotFound", "user not found");
        change(mia, "active", true).is(200);
        mia.api().get(ticket.path("")).is(200);
        mia.inbox(ticket, 1);
    }

    @Test
    void anotherNameAndAddressShowEverywhereAtOnce() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        change(mia, "first_name", "Mira", "email", "mira@people.example", "external_id", "m-1")
                .is(200);
        assertThat(desk.owner().api().get(ticket.path("/participants")).is(200).column("first_name", "data"))
                .containsExactly("Mira");
        assertThat(tom.api().get("/api/v1/agents/compact?search=mira@").is(200).column("id", "data", "results"))
                .containsExactly(mia.id());
        change(tom, "email", "MIRA@people.example").refuses(409, "Conflict", "email is taken");
        change(tom, "email", mia.email()).is(200);
        assertThat(desk.owner().api().get("/api/v1/agents/" + tom.id()).is(200).at("data", "email"))
                .isEqualTo(mia.email());
        mia.api().get("/api/v1/agents/" + tom.id()).is(403);
    }

    @Test
    void theLastOwnerStaysAndAnAdminCannotTouchOne() {
        var ada = desk.agent("Ada", "admin");
        change(desk.owner(), "role", "admin").refuses(409, "Conflict", "a workspace keeps at least one owner");
        change(desk.owner(), "active", false).refuses(409, "Conflict", "a workspace keeps at least one owner");
        ada.api()
                .put("/api/v1/agents/2", "first_name", "Nobody")
                .refuses(403, "Permission", "you may not change somebody above your own role");
        ada.api().put("/api/v1/agents/1", "first_name", "Nobody").is(404);
    }

    @Test
    void aNewRoleAndANewTeamLetSeeAndAnOldOneNoLonger() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        int team = desk.team(tom);
        var ticket = desk.ticket();
        desk.owner()
                .api()
                .put(ticket.path("/assignee/team"), "assignee_id", team)
                .is(200);
        mia.api().get(ticket.path("")).is(404);
        desk.owner()
                .api()
                .put("/api/v1/teams/" + team, "members", List.of(mia.id()))
                .is(200);
        mia.api().put(ticket.path("/status"), "status", "pending").is(200);
        tom.api().get(ticket.path("")).is(404);
        change(tom, "role", "supervisor").is(200);
        tom.api().put(ticket.path("/status"), "status", "open").is(200);
        change(tom, "role", "agent").is(200);
        tom.api().get(ticket.path("")).is(404);
        desk.owner().api().put("/api/v1/teams/" + team, "name", "Renamed").is(200);
        assertThat(mia.api().get("/api/v1/teams?page_size=100").is(200).column("name", "data", "results"))
                .contains("Renamed");
    }

    @Test
    void aTeamMayBeLargerThanATransaction() {
        var members =
                IntStream.range(0, 46).mapToObj(each -> desk.agent("Member")).toArray(Agent[]::new);
        int team = desk.team(members);
        assertThat(desk.owner()
                        .api()
                        .put("/api/v1/teams/" + team, "members", List.of(members[0].id()))
                        .is(200)
                        .at("data", "members"))
                .isEqualTo(List.of(members[0].id()));
    }

    @Test
    void contactsAreListedShownAndChanged() {
        int linda = desk.contact();
        var api = desk.owner().api();
        assertThat(api.get("/api/v1/contacts?search=linda").is(200).column("id", "data", "results"))
                .contains(linda);
        api.put("/api/v1/contacts/" + linda, "last_name", "Payer").is(200);
        assertThat(api.get("/api/v1/contacts/" + linda).is(200).at("data", "last_name"))
                .isEqualTo("Payer");
        api.get("/api/v1/agents/" + linda).refuses(404, "NotFound", "user not found");
        assertThat(api.get("/api/v1/agents").is(200).column("id", "data", "results"))
                .contains(2)
                .doesNotContain(1, linda);
    }

    @Test
    void inboxesAndDepartmentsAreRenamedForEverybody() {
        var api = desk.owner().api();
        var mia = desk.agent("Mia");
        int inbox = api.post("/api/v1/inboxes", "name", "Mail").is(201).number("data", "id");
        var department =
                api.post("/api/v1/departments", "name", "Sales").is(201).string("data", "uuid");
        api.put("/api/v1/inboxes/" + inbox, "name", "Post").is(200);
        api.put("/api/v1/departments/" + department, "name", "Trade").is(200);
        assertThat(mia.api().get("/api/v1/inboxes").is(200).column("name", "data", "results"))
                .containsExactly("Post");
        assertThat(mia.api().get("/api/v1/departments").is(200).column("name", "data", "results"))
                .containsExactly("Trade");
        mia.api().put("/api/v1/inboxes/" + inbox, "name", "Mine").is(403);
    }

    @Test
    void anotherWorkspaceFindsNobody() {
        var mia = desk.agent("Mia");
        var stranger = desk.nobody();
        var token = stranger.post("/_local/token", "email", "admin@other.example", "workspace", "other")
                .is(200)
                .string("token");
        var other = stranger.as(token);
        other.get("/api/v1/agents/" + mia.id()).is(404);
        other.put("/api/v1/agents/" + mia.id(), "active", false).is(404);
        other.put("/api/v1/teams/" + desk.team(mia), "members", List.of()).is(404);
        assertThat(other.get("/api/v1/agents?search=mia").is(200).number("data", "total"))
                .isZero();
    }
}
