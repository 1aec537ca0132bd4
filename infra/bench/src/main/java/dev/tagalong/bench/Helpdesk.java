package dev.tagalong.bench;

import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The HTTP API as the demo workspace's owner calls it. */
final class Helpdesk {
    private static final String SHOWN = "afa55a3b-60fa-4930-8382-4ad39cf6929f";
    private static final String OWNER = "olga@example.com";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI http;
    private final String owner;

    Helpdesk(URI http) {
        this.http = http;
        this.owner = token(OWNER);
    }

    /** Ticket #217 with so many new agents as followers, who get no mail. */
    Ticket ticketWithFollowers(int count) {
        var tokens = IntStream.range(0, count).mapToObj(this::follower).toList();
        return new Ticket(SHOWN, tokens);
    }

    private String follower(int number) {
        var email = "follower" + number + "@example.com";
        var made = call(
                "POST",
                "/api/v1/agents",
                owner,
                Json.of("first_name", "Follower", "last_name", "No" + number, "email", email, "role", "agent"));
        var id = Template.object(made, "data").get("id");
        call("POST", path("/followers"), owner, Json.of("user_id", id));
        var token = token(email);
        var silent = Json.of("toast", true, "email", false);
        call("PUT", "/api/v1/agents/me/notification-settings", token, Json.of("reply", silent, "added", silent));
        return token;
    }

    /** Posts a customer's message. */
    void post(Ticket ticket, String text) {
        call(
                "POST",
                "/api/v1/conversations/" + ticket.uuid() + "/messages",
                owner,
                Json.of("message", text, "sender_type", "contact"));
    }

    private static String path(String end) {
        return "/api/v1/conversations/" + SHOWN + end;
    }

    private String token(String email) {
        return String.valueOf(
                call("POST", "/_local/token", "", Json.of("email", email)).get("token"));
    }

    private Map<String, Object> call(String method, String path, String token, Map<String, Object> body) {
        var request = HttpRequest.newBuilder(http.resolve(path))
                .header("authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return Json.object(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** A ticket and the tokens of its followers. */
    record Ticket(String uuid, List<String> tokens) {
        Ticket {
            tokens = List.copyOf(tokens);
        }
    }
}
