package dev.tagalong.local.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;

/** A small HTTP server on a free port of 127.0.0.1, each request on a virtual thread. */
public final class Loopback implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Loopback(Answering answering) {
        try {
            server = LocalServer.open(threads);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", exchange -> handle(answering, exchange));
    }

    /** Starts a server. */
    public static Loopback start(Answering answering) {
        var loopback = new Loopback(answering);
        loopback.server.start();
        return loopback;
    }

    private static void handle(Answering answering, HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var answer = answering.answer(new Asked(
                    exchange.getRequestMethod(),
                    uri.getRawPath(),
                    Objects.requireNonNullElse(uri.getRawQuery(), ""),
                    headers(exchange),
                    SdkBytes.fromInputStream(exchange.getRequestBody())));
            var bytes = answer.content().asByteArray();
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        entry -> String.join(", ", entry.getValue())));
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where the server is, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What a server does with a request. */
    public interface Answering {
        /** Answers one request. */
        Answer answer(Asked asked);
    }

    /**
     * A request.
     *
     * @param query what follows the question mark, encoded
     * @param headers by their names in lower case
     */
    public record Asked(String method, String path, String query, Map<String, String> headers, SdkBytes content) {
        public Asked {
            headers = Map.copyOf(headers);
        }

        /** The content as text. */
        public String body() {
            return content.asUtf8String();
        }
    }

    /** An answer. */
    public record Answer(int status, Map<String, String> headers, SdkBytes content) {
        public Answer {
            headers = Map.copyOf(headers);
        }

        public Answer(int status, Map<String, String> headers, String body) {
            this(status, headers, SdkBytes.fromUtf8String(body));
        }
    }
}
