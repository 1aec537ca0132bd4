package dev.tagalong.handlers.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UserEndpointsTest {
    private static final String BOB = "{\"data\":{\"id\":42,\"first_name\":\"Bob\",\"last_name\":\"Smith\","
            + "\"email\":\"bob@example.com\",\"type\":\"agent\",\"avatar_url\":null,"
            + "\"uuid\":\"00000000-0000-4000-8000-00000000002a\",\"external_id\":null,\"role\":\"agent\","
            + "\"teams\":[1],\"active\":true,\"email_status\":\"ok\"}}";

    private final FrontDesk front = new FrontDesk();
    private final ListAgents agents = new ListAgents(front.edge, front.users());
    private final ListContacts contacts = new ListContacts(front.edge, front.users());
    private final GetUser get = new GetUser(front.edge, front.users());
    private final ChangeUser change = new ChangeUser(front.edge, front.users());

    private Request asAdmin(UserId agent) {
        return front.as(Desk.ADA).path("agent_id", Integer.toString(agent.value()));
    }

    private Answer adaChanges(UserId agent, String body) {
        return asAdmin(agent).body(body).to(change);
    }

    @Test
    void peopleAreForAdminsWithTheScope() {
        for (var endpoint : List.of(agents, contacts, get, change)) {
            assertThat(new Request().path("agent_id", "42").to(endpoint).status())
                    .isEqualTo(401);
            assertThat(front.as(Desk.SAM).path("agent_id", "42").to(endpoint).status())
                    .isEqualTo(403);
            assertThat(front.as(Desk.OLGA, "settings:manage")
                            .path("agent_id", "42")
                            .to(endpoint)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void listsShowEverythingByName() {
        var answer = front.as(Desk.ADA).query("search=b&page_size=1").to(agents);
        assertThat(answer.names("data")).containsExactly("results", "total", "total_pages", "page", "page_size");
        assertThat(answer.at("data.total")).isEqualTo(2);
        assertThat(answer.names("data.results.0"))
                .containsExactly(
                        "id",
                        "first_name",
                        "last_name",
                        "email",
                        "type",
                        "avatar_url",
                        "uuid",
                        "external_id",
                        "role",
                        "teams",
                        "active",
                        "email_status");
        assertThat(front.as(Desk.ADA).to(contacts).at("data.results.0.first_name"))
                .isEqualTo("Linda");
        assertThat(front.as(Desk.ADA).query("page_size=101").to(contacts).refusal())
                .isEqualTo("400 InputError page_size: must be at most 100");
    }

    @Test
    void agentsAndContactsHavePathsOfTheirOwn() {
        assertThat(asAdmin(Desk.BOB).to(get).text()).isEqualTo(BOB);
        assertThat(asAdmin(Desk.LINDA).to(get).refusal()).isEqualTo("404 NotFoundError user not found");
        assertThat(asAdmin(Desk.SYSTEM).to(get).status()).isEqualTo(404);
        assertThat(front.as(Desk.ADA).path("contact_id", "90").to(get).at("data.type"))
                .isEqualTo("contact");
        assertThat(front.as(Desk.ADA).path("contact_id", "42").to(get).status()).isEqualTo(404);
        assertThat(front.as(Desk.ADA).path("agent_id", "x").to(get).refusal())
                .isEqualTo("400 InputError agent_id: must be a positive whole number");
    }

    @Test
    void onlyWhatIsGivenChanges() {
        assertThat(adaChanges(Desk.BOB, "{}").text()).isEqualTo(BOB);
        var first = adaChanges(Desk.BOB, "{\"external_id\":\"b-1\",\"avatar_url\":\"https://x.example/b.png\"}");
        assertThat(first.at("data.external_id")).isEqualTo("b-1");
        assertThat(first.at("data.email")).isEqualTo("bob@example.com");
        var second = adaChanges(
                Desk.BOB, "{\"first_name\":\"Rob\",\"last_name\":\"\",\"role\":\"supervisor\",\"external_id\":null}");
        assertThat(second.at("data.first_name")).isEqualTo("Rob");
        assertThat(second.at("data.last_name")).isEqualTo("");
        assertThat(second.at("data.role")).isEqualTo("supervisor");
        assertThat(second.at("data.external_id")).isNull();
        assertThat(second.at("data.avatar_url")).isEqualTo("https://x.example/b.png");
        assertThat(asAdmin(Desk.BOB).to(get).text()).isEqualTo(second.text());
    }

    @Test
    void aContactHasNoRoleToChange() {
        var answer = front.as(Desk.ADA)
                .path("contact_id", "90")
                .body("{\"role\":\"owner\",\"first_name\":\"Lin\",\"active\":false}")
                .to(change);
        assertThat(answer.at("data.role")).isNull();
        assertThat(answer.at("data.first_name")).isEqualTo("Lin");
        assertThat(answer.at("data.active")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"first_name\":\"\"} | first_name: must not be empty",
                "{\"email\":\"bob\"} | email: must be an email address",
                "{\"email\":\"bob..smith@example.com\"} | email: must be an email address",
                "{\"role\":\"king\"} | role: must be one of agent, supervisor, admin, owner",
                "{\"active\":\"no\"} | active: must be true or false",
                "{\"external_id\":\"a/b\"} | external_id: must not hold / ? # % or control characters",
                "{\"external_id\":\"11111111-1111-4111-8111-11111111111a\"} | external_id: must not have the form of a uuid",
                "{\"external_id\":\"11111111-1111-4111-8111-11111111111A\"} | external_id: must not have the form of a uuid",
                "{\"avatar_url\":7} | avatar_url: must be a string",
                "[] | body: must be a JSON object"
            })
    void badInputNamesTheField(String body, String message) {
        assertThat(adaChanges(Desk.BOB, body).refusal()).isEqualTo("400 InputError " + message);
    }

    @Test
    void takenNamesTheRoleRuleAndTheLastOwnerAreRefusedEachInItsWay() {
        assertThat(adaChanges(Desk.BOB, "{\"email\":\"ALICE@example.com\"}").refusal())
                .isEqualTo("409 ConflictError email is taken");
        assertThat(adaChanges(Desk.OLGA, "{\"first_name\":\"O\"}").refusal())
                .isEqualTo("403 PermissionError you may not change somebody above your own role");
        assertThat(adaChanges(Desk.BOB, "{\"role\":\"owner\"}").refusal())
                .isEqualTo("403 PermissionError you may not give a role above your own");
        assertThat(front.as(Desk.OLGA)
                        .path("agent_id", "2")
                        .body("{\"active\":false}")
                        .to(change)
                        .refusal())
                .isEqualTo("409 ConflictError a workspace keeps at least one owner");
    }
}
