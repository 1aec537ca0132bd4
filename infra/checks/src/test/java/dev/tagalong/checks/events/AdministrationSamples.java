package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;
import static dev.tagalong.checks.events.Stage.ADA;
import static dev.tagalong.checks.events.Stage.ALICE;
import static dev.tagalong.checks.events.Stage.BOB;

import dev.tagalong.checks.endtoend.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an admin makes and sets, and what the operator and the identity provider invoke. */
final class AdministrationSamples {
    private static final Map<String, String> NINA =
            Map.of("first_name", "Nina", "last_name", "Berg", "email", "nina@acme.example");

    static final List<Sample> ALL = List.of(
            http("CreateAgent/created", 201, on -> agent(on, ADA, "nina@acme.example")),
            http("CreateAgent/refused-to-an-agent", 403, on -> agent(on, BOB, "nina@acme.example")),
            http(
                    "CreateApiKey/created",
                    201,
                    on -> on.as(ADA)
                            .post("/api/v1/agents/42/api-key", "name", "CRM", "scopes", List.of("conversations:read"))),
            http(
                    "CreateApiKey/refused-unknown-scope",
                    400,
                    on -> on.as(ADA).post("/api/v1/agents/42/api-key", "name", "CRM", "scopes", List.of("everything"))),
            http("RevokeApiKeys/revoked", 200, on -> on.as(ADA).delete("/api/v1/agents/42/api-key")),
            http("RevokeApiKeys/refused-of-an-owner", 403, on -> on.as(ADA).delete("/api/v1/agents/2/api-key")),
            http(
                    "CreateContact/created",
                    201,
                    on -> on.as(ADA)
                            .post(
                                    "/api/v1/contacts",
                                    "first_name",
                                    "Paul",
                                    "last_name",
                                    "Weber",
                                    "email",
                                    "paul@acme.example")),
            http(
                    "CreateContact/refused-malformed-email",
                    400,
                    on -> on.as(ADA).post("/api/v1/contacts", "first_name", "Paul", "email", "paul")),
            http(
                    "CreateTeam/created",
                    201,
                    on -> on.as(ADA).post("/api/v1/teams", "name", "Returns", "members", List.of(17, 42))),
            http(
                    "CreateTeam/refused-without-name",
                    400,
                    on -> on.as(ADA).post("/api/v1/teams", "members", List.of(17))),
            http("ListAgents/listed", 200, on -> on.as(ADA).get("/api/v1/agents?search=a&page_size=5")),
            http("ListAgents/refused-to-an-agent", 403, on -> on.as(BOB).get("/api/v1/agents")),
            http("ListContacts/listed", 200, on -> on.as(ADA).get("/api/v1/contacts")),
            http("ListContacts/refused-to-an-agent", 403, on -> on.as(BOB).get("/api/v1/contacts")),
            http("GetUser/agent", 200, on -> on.as(ADA).get("/api/v1/agents/42")),
            http("GetUser/contact", 200, on -> on.as(ADA).get("/api/v1/contacts/4")),
            http("GetUser/refused-unknown", 404, on -> on.as(ADA).get("/api/v1/agents/4")),
            http(
                    "ChangeUser/agent",
                    200,
                    on -> on.as(ADA).put("/api/v1/agents/17", "avatar_url", "https://pictures.example/alice.png")),
            http(
                    "ChangeUser/contact",
                    200,
                    on -> on.as(ADA).put("/api/v1/contacts/4", "last_name", "Olsen", "active", true)),
            http("ChangeUser/refused-role-above-own", 403, on -> on.as(ADA).put("/api/v1/agents/42", "role", "owner")),
            http(
                    "EraseUser/agent",
                    200,
                    on -> on.as(ADA).delete("/api/v1/agents/" + made(on, "agents", "role", "agent"))),
            http("EraseUser/contact", 200, on -> on.as(ADA).delete("/api/v1/contacts/" + made(on, "contacts"))),
            http("EraseUser/refused-an-owner", 403, on -> on.as(ADA).delete("/api/v1/agents/2")),
            http(
                    "DeleteTeam/deleted",
                    200,
                    on -> on.as(ADA).delete("/api/v1/teams/" + made(on, "teams", "name", "Brief"))),
            http("DeleteTeam/refused-unknown", 404, on -> on.as(ADA).delete("/api/v1/teams/999")),
            http("ListTeams/listed", 200, on -> on.as(BOB).get("/api/v1/teams")),
            http("ListTeams/refused-without-token", 401, on -> on.nobody().get("/api/v1/teams")),
            http(
                    "ChangeTeam/changed",
                    200,
                    on -> on.as(ADA).put("/api/v1/teams/2", "name", "Billing", "members", List.of(17))),
            http(
                    "ChangeTeam/refused-unknown-member",
                    400,
                    on -> on.as(ADA).put("/api/v1/teams/2", "members", List.of(4))),
            http("ListInboxes/listed", 200, on -> on.as(BOB).get("/api/v1/inboxes")),
            http("ListInboxes/refused-page-zero", 400, on -> on.as(BOB).get("/api/v1/inboxes?page=0")),
            http("RenameInbox/renamed", 200, on -> on.as(ADA).put("/api/v1/inboxes/1", "name", "Support mail")),
            http("RenameInbox/refused-unknown", 404, on -> on.as(ADA).put("/api/v1/inboxes/99", "name", "Mail")),
            http("ListDepartments/listed", 200, on -> on.as(BOB).get("/api/v1/departments")),
            http("ListDepartments/refused-page-zero", 400, on -> on.as(BOB).get("/api/v1/departments?page=0")),
            http(
                    "RenameDepartment/renamed",
                    200,
                    on -> on.as(ADA)
                            .put("/api/v1/departments/" + on.department("Customer care"), "name", "Customer care")),
            http(
                    "RenameDepartment/refused-malformed-uuid",
                    400,
                    on -> on.as(ADA).put("/api/v1/departments/7", "name", "Customer care")),
            http("CreateInbox/created", 201, on -> on.as(ADA).post("/api/v1/inboxes", "name", "Returns")),
            http("CreateInbox/refused-to-an-agent", 403, on -> on.as(BOB).post("/api/v1/inboxes", "name", "Returns")),
            http("CreateDepartment/created", 201, on -> on.as(ADA).post("/api/v1/departments", "name", "Logistics")),
            http(
                    "CreateDepartment/refused-without-name",
                    400,
                    on -> on.as(ADA).post("/api/v1/departments", "title", "Logistics")),
            http("GetWorkspaceSettings/shown", 200, on -> on.as(ADA).get("/api/v1/settings")),
            http(
                    "GetWorkspaceSettings/refused-to-an-agent",
                    403,
                    on -> on.as(ALICE).get("/api/v1/settings")),
            http(
                    "ChangeWorkspaceSettings/changed",
                    200,
                    on -> on.as(ADA).put("/api/v1/settings", "participant_limit", 300)),
            http(
                    "ChangeWorkspaceSettings/refused-limit-zero",
                    400,
                    on -> on.as(ADA).put("/api/v1/settings", "participant_limit", 0)),
            invoked("CreateWorkspace/created", Map.of("workspace", "acme", "owner", NINA)),
            invoked("CreateWorkspace/refused-without-owner", Map.of("workspace", "acme")),
            new Sample("AddTokenClaims/added", on -> signIn(on, "bob@example.com")),
            new Sample("AddTokenClaims/refused-unknown-email", on -> signIn(on, "nobody@example.com")));

    private AdministrationSamples() {}

    private static Answer agent(Stage on, String by, String email) {
        return on.as(by)
                .post("/api/v1/agents", "first_name", "Nina", "last_name", "Berg", "email", email, "role", "agent");
    }

    /** Somebody or something that is made to be deleted; gives its number. */
    private static String made(Stage on, String what, String... more) {
        var fields = new ArrayList<Object>(List.of("first_name", "Brief", "email", "brief." + what + "@acme.example"));
        fields.addAll(List.of(more));
        return on.as(ADA).post("/api/v1/" + what, fields.toArray()).is(201).string("data", "id");
    }

    private static Sample invoked(String place, Map<String, ?> payload) {
        return new Sample(
                place, on -> on.next("CreateWorkspace", event -> true, () -> on.invoke("CreateWorkspace", payload)));
    }

    private static String signIn(Stage on, String email) {
        return on.next(
                "AddTokenClaims",
                event -> event.contains(email),
                () -> on.nobody().post("/_local/token", "email", email));
    }
}
