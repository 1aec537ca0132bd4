package dev.tagalong.handlers.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.key.ApiKey;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.key.KeyRing;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.store.Write;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyEndpointsTest {
    private final FrontDesk front = new FrontDesk();
    private final CreateApiKey create = new CreateApiKey(front.edge, front.keys());
    private final RevokeApiKeys revoke = new RevokeApiKeys(front.edge, front.keys());
    private final GetWorkspaceSettings settings = new GetWorkspaceSettings(front.edge, front.administration());

    private Answer create(String agent, String body) {
        return front.as(Desk.ADA).path("id", agent).body(body).to(create);
    }

    private String key(String agent, String scopes) {
        return String.valueOf(
                create(agent, "{\"name\":\"CRM\",\"scopes\":[" + scopes + "]}").at("data.api_key"));
    }

    @Test
    void aKeyIsShownOnceWithWhatItIsFor() {
        var answer = create("42", "{\"name\":\"CRM\",\"scopes\":[\"write:conversations\",\"conversations:read\"]}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.names("data")).containsExactly("api_key", "name", "scopes", "created_at");
        assertThat(answer.at("data.api_key")).asString().startsWith("tgl.demo.");
        assertThat(answer.at("data.name")).isEqualTo("CRM");
        assertThat(answer.list("data.scopes").toString()).isEqualTo("[conversations:read, conversations:write]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name: is required",
                "{\"name\":\"\"} | name: must not be empty",
                "{\"name\":7} | name: must be a string",
                "{\"name\":\"C\",\"scopes\":\"conversations:read\"} | scopes: must be a list",
                "{\"name\":\"C\",\"scopes\":[7]} | scopes: must hold strings of 1 to 30 characters",
                "{\"name\":\"C\",\"scopes\":[null]} | scopes: must not hold null",
                "{\"name\":\"C\",\"scopes\":[\"everything\"]} | scopes: must be of conversations:read, conversations:write, users:manage, settings:manage"
            })
    void badInputNamesTheField(String body, String message) {
        assertThat(create("42", body).refusal()).isEqualTo("400 InputError " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "bob", "-1", "4.2", "99999999999"})
    void anIdThatIsNoNumberIs400(String agent) {
        assertThat(create(agent, "{\"name\":\"CRM\"}").refusal())
                .isEqualTo("400 InputError id: must be a positive whole number");
        assertThat(front.as(Desk.ADA).path("id", agent).to(revoke).status()).isEqualTo(400);
    }

    @Test
    void whoMayNotIsRefused() {
        for (var endpoint : List.of(create, revoke)) {
            var body = "{\"name\":\"CRM\"}";
            assertThat(new Request().path("id", "42").body(body).to(endpoint).status())
                    .isEqualTo(401);
            assertThat(front.as(Desk.BOB)
                            .path("id", "42")
                            .body(body)
                            .to(endpoint)
                            .status())
                    .isEqualTo(403);
            assertThat(front.as(Desk.ADA)
                            .path("id", "2")
                            .body(body)
                            .to(endpoint)
                            .status())
                    .isEqualTo(403);
            assertThat(front.as(Desk.ADA)
                            .path("id", "90")
                            .body(body)
                            .to(endpoint)
                            .refusal())
                    .isEqualTo("404 NotFoundError agent not found");
        }
    }

    @Test
    void aKeyIsBearerOrBasicPasswordUntilItIsRevoked() {
        var key = key("3", "");
        var pair = Base64.getEncoder().encodeToString(("crm:" + key).getBytes(StandardCharsets.UTF_8));
        var bearer = new Request().token(key);
        var basic = new Request().header("authorization", "Basic " + pair);

        assertThat(bearer.to(settings).status()).isEqualTo(200);
        assertThat(basic.to(settings).status()).isEqualTo(200);
        assertThat(front.as(Desk.ADA).path("id", "3").to(revoke).text()).isEqualTo("{\"data\":{\"revoked\":1}}");
        assertThat(bearer.to(settings).refusal()).isEqualTo("401 AuthError the token or API key is not valid");
        assertThat(basic.to(settings).status()).isEqualTo(401);
    }

    @Test
    void aKeyOfSomebodyInactiveOrErasedIs401() {
        for (var gone : List.of(front.desk.inactiveAgent(50), new UserId(999))) {
            var key = "tgl.demo." + String.valueOf(gone.value()).repeat(43).substring(0, 43);
            var grant = new KeyGrant(gone, "CRM", null, Desk.ADA, front.desk.clock.instant());
            front.desk.commit(new Write.IssueKey(
                    new KeyRing(gone, Set.of()), ApiKey.read(key).orElseThrow().digest(), grant));

            assertThat(new Request().token(key).to(settings).refusal())
                    .isEqualTo("401 AuthError you are not a user of this workspace");
        }
    }

    @Test
    void scopesCapTheRoleAndTheRoleCapsTheScopes() {
        assertThat(new Request()
                        .token(key("3", "\"conversations:read\""))
                        .to(settings)
                        .status())
                .isEqualTo(403);
        assertThat(new Request()
                        .token(key("3", "\"settings:manage\""))
                        .to(settings)
                        .status())
                .isEqualTo(200);
        assertThat(new Request()
                        .token(key("42", "\"settings:manage\""))
                        .to(settings)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aKeyMakesNoKeyThatMayMoreThanItself() {
        var narrow = new Request().token(key("3", "\"users:manage\"")).path("id", "42");

        assertThat(narrow.body("{\"name\":\"C\",\"scopes\":[\"settings:manage\"]}")
                        .to(create)
                        .status())
                .isEqualTo(403);
        assertThat(narrow.body("{\"name\":\"C\"}").to(create).status()).isEqualTo(403);
        assertThat(narrow.body("{\"name\":\"C\",\"scopes\":[\"users:manage\"]}")
                        .to(create)
                        .status())
                .isEqualTo(201);
    }
}
