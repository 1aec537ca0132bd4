package dev.tagalong.checks.chaos;

import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A client that does what a good one does: asks again, under the same Idempotency-Key, when the connection breaks, the
 * server fails or is busy, until it has an answer. A refusal is a fault of the script or of the product and ends it.
 */
final class Stubborn {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 200_000_000L;
    private static final int SERVER_FAULT = 500;
    private static final int BUSY = 429;
    private static final int REFUSED = 400;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI http;
    private final LongAdder again = new LongAdder();

    Stubborn(URI http) {
        this.http = http;
    }

    /** How often it had to ask again. */
    long repeats() {
        return again.sum();
    }

    Map<String, Object> get(String path, String token) {
        return answered("GET", path, null, token);
    }

    Map<String, Object> send(String method, String path, Map<String, Object> body, String token) {
        return answered(method, path, Json.write(body), token);
    }

    /** The runner's pages answer lists too. */
    List<?> list(String path) {
        return (List<?>)
                Json.object("{\"list\":" + text("GET", path, null, "") + "}").getOrDefault("list", List.of());
    }

    private Map<String, Object> answered(String method, String path, @Nullable String body, String token) {
        return Json.object(text(method, path, body, token));
    }

    private String text(String method, String path, @Nullable String body, String token) {
        var request = HttpRequest.newBuilder(http.resolve(path))
                .timeout(TIMEOUT)
                .header("authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!method.equals("GET") && !path.startsWith("/_local/")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        var sent = request.build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = once(sent);
            if (answer != null && answer.statusCode() < REFUSED) {
                return answer.body();
            }
            boolean passing = answer == null || answer.statusCode() >= SERVER_FAULT || answer.statusCode() == BUSY;
            if (!passing || System.nanoTime() > deadline) {
                throw new AssertionError(method + " " + path + " of " + body + " answered "
                        + (answer == null ? "nothing" : answer.statusCode() + " " + answer.body()));
            }
            again.increment();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private @Nullable HttpResponse<String> once(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
        }
    }
}
