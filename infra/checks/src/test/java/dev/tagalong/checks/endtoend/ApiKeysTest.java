package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** API keys from their making to their end, under every prefix. */
@ExtendWith(RunningStack.class)
class ApiKeysTest {
    private static final String UNKNOWN = "the token or API key is not valid";

    private final Desk desk;
    private final String app;

    ApiKeysTest(Runner runner) {
        this.desk = Desk.fresh(runner);
        var email = desk.owner().email();
        this.app = email.substring(email.indexOf('@') + 1, email.lastIndexOf('.'));
    }

    private static String keys(Agent agent) {
        return "/api/v1/agents/" + agent.id() + "/api-key";
    }

    private String key(Agent agent, String... scopes) {
        return desk.owner()
                .api()
                .post(keys(agent), "name", "CRM", "scopes", List.of(scopes))
                .is(201)
                .string("data", "api_key");
    }

    private Api bearer(String key) {
        return desk.nobody().as(key);
    }

    private Api basic(String key) {
        return desk.nobody().by("crm", key);
    }

    @Test
    void aKeyOpensEveryPrefixEitherWayUntilItIsRevoked() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        desk.assign(ticket, mia);
        var key = key(mia);
        var seats = "/v1/" + app + "/conversations/" + ticket.uuid() + "/participants/nobody";

        for (var api : List.of(bearer(key), basic(key))) {
            api.get(ticket.path("")).is(200);
            api.get("/conversations/" + ticket.uuid()).is(200);
            assertThat(api.put(seats).is(404).string("message")).isEqualTo("user not found");
            api.get("/api/v1/settings").is(403);
        }
        var id = bearer(key).post(ticket.path("/messages"), "message", "By the CRM", "private", true);
        assertThat(id.is(201).number("data", "sender_id")).isEqualTo(mia.id());
        assertThat(desk.owner().api().delete(keys(mia)).is(200).number("data", "revoked"))
                .isEqualTo(1);
        bearer(key).get(ticket.path("")).refuses(401, "Auth", UNKNOWN);
        basic(key).get("/conversations/" + ticket.uuid()).is(401);
    }

    @Test
    void scopesOfAKeyCapItsRole() {
        var ticket = desk.ticket();
        var reader = bearer(key(desk.owner(), "read:conversations"));

        reader.get(ticket.path("")).is(200);
        reader.put(ticket.path("/status"), "status", "closed").is(403);
        reader.get("/api/v1/settings").is(403);
        reader.post(keys(desk.owner()), "name", "More").is(403);
    }

    @Test
    void aKeyOpensItsOwnWorkspaceOnly() {
        var ticket = desk.ticket();
        var key = key(desk.owner());
        var moved = key.replace("tgl." + app + ".", "tgl.demo.");

        assertThat(moved).isNotEqualTo(key);
        bearer(moved).get(ticket.path("")).refuses(401, "Auth", UNKNOWN);
        bearer(key).get("/v1/demo/conversations/x/participants/y/email").is(404);
        bearer(key)
                .get("/api/v1/conversations/afa55a3b-60fa-4930-8382-4ad39cf6929f")
                .is(404);
    }
}
