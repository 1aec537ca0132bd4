package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.contract.OpenApi;
import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The HTTP API as somebody calls it.
 *
 * @param token of whoever calls; empty for nobody
 * @param scheme how it is shown: Bearer, or Basic with the token as the encoded pair
 */
public record Api(HttpClient client, URI http, String token, String scheme) {
    public Api(HttpClient client, URI http, String token) {
        this(client, http, token, "Bearer");
    }

    /** Gets. */
    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** Deletes. */
    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Posts an object: names and values in turn. */
    public Answer post(String path, Object... fields) {
        return send("POST", path, Json.write(Json.of(fields)));
    }

    /** Puts an object: names and values in turn. */
    public Answer put(String path, Object... fields) {
        return send("PUT", path, Json.write(Json.of(fields)));
    }

    /** Sends a body, if it is not empty. */
    public Answer send(String method, String path, String body) {
        return send(method, path, body, "");
    }

    /** The same under an Idempotency-Key, if that is not empty. */
    public Answer send(String method, String path, String body, String idempotencyKey) {
        var request = HttpRequest.newBuilder(http.resolve(path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("content-type", "application/json");
        }
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (!token.isEmpty()) {
            request.header("authorization", scheme + " " + token);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.body(), response.headers());
            hold(method, request.build().uri().getPath(), answer);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
        }
    }

    /** Every answer of the product is one that docs/openapi.yaml describes; the runner's own pages are none of it. */
    private static void hold(String method, String path, Answer answer) {
        if (!path.startsWith("/_local/") && !path.startsWith("/2015-03-31/")) {
            assertThat(OpenApi.ours().problems(method, path, answer.status(), answer.headers(), answer.text()))
                    .as("%s %s answered %d: %s", method, path, answer.status(), answer.text())
                    .isEmpty();
        }
    }

    /** The same with a user name and a password. */
    public Api by(String name, String password) {
        var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Api(client, http, Base64.getEncoder().encodeToString(pair), "Basic");
    }

    /** The same as somebody else. */
    public Api as(String other) {
        return new Api(client, http, other);
    }
}
