package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every route has in common. */
@ExtendWith(RunningStack.class)
class EdgeTest {
    private final Desk desk;

    EdgeTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void healthNeedsNoToken() {
        assertThat(desk.nobody().get("/health").is(200).body()).isEqualTo(Map.of("data", Map.of("status", "ok")));
    }

    @Test
    void anUnknownRouteIsNotFoundInTheUsualShape() {
        desk.owner().api().get("/api/v1/nothing").refuses(404, "NotFound", "route not found");
        desk.owner().api().send("PATCH", desk.ticket().path("/follow"), "").refuses(404, "NotFound", "route not found");
        desk.nobody().get("/nothing").refuses(404, "NotFound", "route not found");
    }

    @Test
    void aBodyOf256KilobytesIsReadAndOneByteMoreIsTooLarge() {
        var path = desk.ticket().path("/followers");
        var most = "{\"user_id\":0,\"pad\":\"\"}";
        var pad = "x".repeat(256 * 1024 - most.length());
        desk.owner()
                .api()
                .send("POST", path, most.replace("\"\"", "\"" + pad + "\""))
                .refuses(400, "Input", "user_id: must be a positive whole number");
        desk.owner()
                .api()
                .send("POST", path, most.replace("\"\"", "\"" + pad + "x\""))
                .refuses(413, "Input", "body: must have at most 262144 bytes");
    }

    @Test
    void aLongerHeadOfARequestThanTheGatewayTakesIsRefusedAsTheGatewayRefuses() {
        var path = "/api/v1/conversations";
        var api = desk.owner().api();
        assertThat(api.get(path + "?search=" + "x".repeat(9_000)).is(200).text())
                .contains("results");
        assertThat(api.get(path + "?search=" + "x".repeat(10_240)).is(414).text())
                .isEqualTo("{\"message\":\"URI Too Long\"}");
        assertThat(desk.nobody().as("x".repeat(10_240)).get(path).is(431).text())
                .isEqualTo("{\"message\":\"Request Header Fields Too Large\"}");
    }

    @Test
    void aTokenThatOnlyReadsFollowsButChangesNothing() {
        var token = desk.nobody()
                .send(
                        "POST",
                        "/_local/token",
                        Json.write(Json.of("email", "olga@example.com", "scope", "read:conversations")))
                .is(200)
                .string("token");
        var reader = desk.nobody().as(token);
        var ticket = desk.ticket();
        reader.post(ticket.path("/follow")).is(200);
        reader.put(ticket.path("/status"), "status", "closed").refuses(403, "Permission", "you may not do this");
        reader.post("/api/v1/teams", "name", "x").is(403);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, none, 200",
        "127.0.0.1, same-origin, 200",
        "127.0.0.1, cross-site, 403",
        "evil.example, same-origin, 403"
    })
    void theRunnersHelpersAnswerNoPageOfAnotherSite(String host, String site, int status, Runner runner)
            throws IOException {
        var place = runner.http();
        try (var socket = new Socket(place.getHost(), place.getPort())) {
            socket.getOutputStream()
                    .write(("GET /_local/mail?to=nobody@example.com HTTP/1.1\r\nHost: " + host + ":" + place.getPort()
                                    + "\r\nSec-Fetch-Site: " + site + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void answersAreJsonThatNoCacheKeeps() {
        var headers = desk.owner().api().get("/api/v1/conversations").is(200).headers();
        assertThat(headers.firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(headers.firstValue("cache-control")).hasValue("no-store");
        assertThat(headers.firstValue("x-request-id")).isPresent();
    }
}
