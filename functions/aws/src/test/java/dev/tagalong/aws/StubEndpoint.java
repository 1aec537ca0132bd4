package dev.tagalong.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An endpoint that keeps what it was asked and answers as it was told, so that the SDK's real clients can be used. */
public final class StubEndpoint implements AutoCloseable {
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    static {
        // Beyond 200 idle connections the JDK's server closes one that it has just answered on, which the client may be
        // using
        // again by then. The property is read with the first server, hence here.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    /** One request, its path and query as they came. */
    public record Call(String method, String path, String query, String body) {}

    /** What to answer. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** Starts one on a free port. */
    public StubEndpoint(Function<Call, Answer> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add(call);
            send(exchange, answers.apply(call));
        });
        server.start();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Where it is, with a path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
