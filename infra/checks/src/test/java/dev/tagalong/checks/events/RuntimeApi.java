package dev.tagalong.checks.events;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tagalong.local.functions.Functions.Invocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What a function's process asks for its next event, and tells its answer.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda's runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
    private static final String PATH = "/2018-06-01/runtime/";

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Invocation>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<Invocation> initialized = new CompletableFuture<>();
    private final HttpServer server;

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, this::handle);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands an event to the process; gives the answer when it is told. */
    CompletableFuture<Invocation> invoke(String payload) {
        var event = new Event(UUID.randomUUID().toString(), payload);
        var answer = new CompletableFuture<Invocation>();
        answers.put(event.request(), answer);
        events.add(event);
        return answer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path =
                    exchange.getRequestURI().getPath().substring(PATH.length()).split("/", -1);
            if (path[1].equals("next")) {
                next(exchange);
                return;
            }
            var told = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var invocation = new Invocation(told, path[path.length - 1].equals("error"));
            answers.getOrDefault(path[1], initialized).complete(invocation);
            exchange.sendResponseHeaders(202, -1);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            var event = events.take();
            var headers = exchange.getResponseHeaders();
            // The native client reads the content type without looking whether there is one.
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", event.request());
            headers.set(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(Instant.now().plusSeconds(60).toEpochMilli()));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:000000000000:function:f");
            var payload = event.payload().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, payload.length);
            exchange.getResponseBody().write(payload);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the process told when it could not even begin; never done if it could. */
    CompletableFuture<Invocation> failedToBegin() {
        return initialized;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Event(String request, String payload) {}
}
