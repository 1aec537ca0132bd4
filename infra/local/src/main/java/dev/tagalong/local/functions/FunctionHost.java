package dev.tagalong.local.functions;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The process in which functions run: loads handlers by name and feeds them JSON through AWS's own serialization, behind
 * Lambda's Invoke API. It prints its port when it is ready, and ends when its standard input does, which is when the
 * runner ends.
 */
public final class FunctionHost {
    private static final String PATH = "/2015-03-31/functions/";
    private static final PojoSerializer<Map<String, Object>> ERRORS = Handlers.map();

    private final Map<String, Handlers.Loaded> loaded = new ConcurrentHashMap<>();
    private final Map<String, Spec> specs = new HashMap<>();

    private FunctionHost(List<String> functions) {
        functions.forEach(line -> {
            var parts = line.split("=", 3);
            specs.put(parts[0], new Spec(parts[1], Integer.parseInt(parts[2])));
        });
    }

    /** Serves the functions named as Name=class=seconds. */
    public static void main(String[] functions) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var host = new FunctionHost(List.of(functions));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, host::handle);
        server.start();
        System.out.println(server.getAddress().getPort());
        System.out.flush();
        while (System.in.read() >= 0) {
            // The runner writes nothing; the stream ends when the runner does.
        }
        System.exit(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var name = path.substring(PATH.length(), path.length() - "/invocations".length());
            var input = exchange.getRequestBody().readAllBytes();
            var output = new ByteArrayOutputStream();
            try {
                invoke(name, input, output);
            } catch (Throwable thrown) {
                fail(exchange, name, thrown, output);
            }
            exchange.sendResponseHeaders(200, output.size() == 0 ? -1 : output.size());
            exchange.getResponseBody().write(output.toByteArray());
        }
    }

    private void invoke(String name, byte[] input, ByteArrayOutputStream output) {
        var spec = specs.get(name);
        if (spec == null) {
            throw new IllegalArgumentException("Function not found: " + name);
        }
        var handler = loaded.computeIfAbsent(name, unused -> Handlers.load(spec.handler()));
        var context = new LocalContext(name, UUID.randomUUID().toString(), spec.seconds());
        handler.handle(new ByteArrayInputStream(input), output, context);
    }

    private static void fail(HttpExchange exchange, String name, Throwable thrown, ByteArrayOutputStream output) {
        if (!"Unauthorized".equals(thrown.getMessage())) {
            System.err.println(name + " failed: " + thrown);
            thrown.printStackTrace(System.err);
        }
        exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
        output.reset();
        ERRORS.toJson(
                Map.of(
                        "errorMessage", String.valueOf(thrown.getMessage()),
                        "errorType", thrown.getClass().getName()),
                output);
    }

    private record Spec(String handler, int seconds) {}
}
