package dev.tagalong.checks.endtoend;

import dev.tagalong.local.Runner;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Map;

/**
 * A connection that the functions know of and the gateway does not, as after a crash of the gateway.
 *
 * @param agent whose it is
 * @param name which of theirs
 */
record Ghost(Runner runner, Agent agent, String name) {
    /** Opens it. */
    void connect() {
        invoke("ConnectSocket", "CONNECT", "");
    }

    /** Opens it, so that it looks at a ticket. */
    void looksAt(Ticket ticket) {
        connect();
        invoke(
                "ReceiveFrame",
                "MESSAGE",
                "{\"type\":\"view_conversation\",\"data\":{\"conversation_uuid\":\"" + ticket.uuid() + "\"}}");
    }

    private void invoke(String function, String type, String body) {
        var authorizer = Map.of(
                "workspace",
                "demo",
                "user",
                Integer.toString(agent.id()),
                "ends_at",
                Long.toString(Instant.now().plusSeconds(600).getEpochSecond()));
        var context = Map.of("connectionId", name + "-" + agent.id(), "eventType", type, "authorizer", authorizer);
        new Api(HttpClient.newHttpClient(), runner.lambda(), "")
                .post("/2015-03-31/functions/" + function + "/invocations", "requestContext", context, "body", body)
                .is(200)
                .number("statusCode");
    }
}
