package dev.tagalong.handlers.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlaceEndpointsTest {
    private final FrontDesk front = new FrontDesk();
    private final ListTeams teams = new ListTeams(front.edge, front.teams());
    private final ChangeTeam team = new ChangeTeam(front.edge, front.teams());
    private final ListInboxes inboxes = new ListInboxes(front.edge, front.administration());
    private final RenameInbox inbox = new RenameInbox(front.edge, front.administration());
    private final ListDepartments departments = new ListDepartments(front.edge, front.administration());
    private final RenameDepartment department = new RenameDepartment(front.edge, front.administration());

    private Answer adaChangesTeam(String id, String body) {
        return front.as(Desk.ADA).path("team_id", id).body(body).to(team);
    }

    private String made(String name) {
        front.as(Desk.ADA).body("{\"name\":\"" + name + "\"}").to(new CreateInbox(front.edge, front.administration()));
        var department = new CreateDepartment(front.edge, front.administration());
        return String.valueOf(front.as(Desk.ADA)
                .body("{\"name\":\"" + name + "\"}")
                .to(department)
                .at("data.uuid"));
    }

    @Test
    void everyAgentReadsTheNamesAndNobodyElse() {
        for (var endpoint : List.of(teams, inboxes, departments)) {
            assertThat(front.as(Desk.BOB).to(endpoint).status()).isEqualTo(200);
            assertThat(front.as(Desk.LINDA).to(endpoint).status()).isEqualTo(403);
            assertThat(new Request().to(endpoint).status()).isEqualTo(401);
            assertThat(front.as(Desk.BOB).query("page=0").to(endpoint).refusal())
                    .isEqualTo("400 InputError page: must be a positive whole number");
        }
        assertThat(front.as(Desk.BOB).query("page_size=1").to(teams).text())
                .isEqualTo("{\"data\":{\"results\":[{\"id\":2,\"name\":\"Billing\",\"members\":[17]}],"
                        + "\"total\":2,\"total_pages\":2,\"page\":1,\"page_size\":1}}");
    }

    @Test
    void changingThemIsForAdmins() {
        var uuid = made("Care");
        for (var endpoint : List.of(team, inbox, department)) {
            assertThat(front.as(Desk.SAM)
                            .path("team_id", "1")
                            .path("inbox_id", "1")
                            .path("department_uuid", uuid)
                            .body("{\"name\":\"N\"}")
                            .to(endpoint)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aTeamChangesItsNameItsMembersOrBoth() {
        assertThat(adaChangesTeam("1", "{\"name\":\"Help\"}").text())
                .isEqualTo("{\"data\":{\"id\":1,\"name\":\"Help\",\"members\":[42]}}");
        assertThat(adaChangesTeam("1", "{\"members\":[17,7]}").list("data.members"))
                .isEqualTo(List.of(7, 17));
        assertThat(adaChangesTeam("1", "{\"name\":\"Desk\",\"members\":[]}").text())
                .isEqualTo("{\"data\":{\"id\":1,\"name\":\"Desk\",\"members\":[]}}");
    }

    @Test
    void whatIsWrongWithATeamIsSaid() {
        assertThat(adaChangesTeam("99", "{}").refusal()).isEqualTo("404 NotFoundError team not found");
        assertThat(adaChangesTeam("0", "{}").refusal())
                .isEqualTo("400 InputError team_id: must be a positive whole number");
        assertThat(adaChangesTeam("1", "{\"members\":[90]}").refusal())
                .isEqualTo("400 InputError members: there is no agent 90");
        assertThat(adaChangesTeam("1", "{\"members\":[" + "1,".repeat(200) + "1]}")
                        .refusal())
                .isEqualTo("400 InputError members: must have at most 200 members");
        assertThat(adaChangesTeam("1", "{\"members\":42}").refusal())
                .isEqualTo("400 InputError members: must be a list");
        assertThat(adaChangesTeam("1", "{\"name\":\" \"}").refusal())
                .isEqualTo("400 InputError name: must not be empty");
    }

    @Test
    void inboxesAndDepartmentsAreRenamed() {
        var uuid = made("Care");
        assertThat(front.as(Desk.ADA)
                        .path("inbox_id", "1")
                        .body("{\"name\":\"Post\"}")
                        .to(inbox)
                        .text())
                .isEqualTo("{\"data\":{\"id\":1,\"name\":\"Post\"}}");
        assertThat(front.as(Desk.BOB).to(inboxes).at("data.results.0.name")).isEqualTo("Post");
        assertThat(front.as(Desk.ADA)
                        .path("department_uuid", uuid)
                        .body("{\"name\":\"Trade\"}")
                        .to(department)
                        .text())
                .isEqualTo("{\"data\":{\"uuid\":\"" + uuid + "\",\"name\":\"Trade\"}}");
        assertThat(front.as(Desk.BOB).to(departments).at("data.results.0.name")).isEqualTo("Trade");
        assertThat(front.as(Desk.ADA).path("inbox_id", "1").body("{}").to(inbox).refusal())
                .isEqualTo("400 InputError name: is required");
        assertThat(front.as(Desk.ADA)
                        .path("department_uuid", "x")
                        .body("{\"name\":\"N\"}")
                        .to(department)
                        .refusal())
                .isEqualTo("400 InputError department_uuid: must be a uuid");
        assertThat(front.as(Desk.ADA)
                        .path("inbox_id", "9")
                        .body("{\"name\":\"N\"}")
                        .to(inbox)
                        .refusal())
                .isEqualTo("404 NotFoundError inbox not found");
    }
}
