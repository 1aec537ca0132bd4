package dev.tagalong.local.functions;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.sun.net.httpserver.HttpExchange;
import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.faults.Invocation;
import dev.tagalong.local.permissions.Permissions;
import dev.tagalong.local.permissions.Statement;
import dev.tagalong.local.wire.LocalServer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    private static final String ARN = ":function:";
    /** Where the permissions that were not needed yet are to be had. */
    static final String UNUSED = "/unused-permissions";
    /** Where the faults that struck here so far are to be had, and where a POST arms them. */
    static final String STRUCK = "/faults";
    /** The system property that asks for faults. */
    static final String FAULTS = "tagalong.faults";

    private static final PojoSerializer<Map<String, Object>> MAPS = Handlers.map();

    private final Map<String, Handlers.Loaded> loaded = new ConcurrentHashMap<>();
    private final Map<String, Spec> specs = new HashMap<>();
    private final Recording recording = Recording.ofThisProcess();
    private final Faults faults = Faults.parse(System.getProperty(FAULTS, ""));

    private FunctionHost(Map<String, Object> functions) {
        functions.forEach((name, described) -> specs.put(name, Spec.fromJson(name, (Map<?, ?>) described)));
    }

    /** Serves the functions that the first line of the standard input describes. */
    public static void main(String[] none) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var host = new FunctionHost(MAPS.fromJson(input.readLine()));
        var server = LocalServer.open(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, host::handle);
        server.createContext(UNUSED, exchange -> answer(exchange, host.unused()));
        server.createContext(STRUCK, host::faults);
        server.start();
        System.setProperty(
                "aws.endpointUrlLambda",
                "http://127.0.0.1:" + server.getAddress().getPort());
        System.out.println(server.getAddress().getPort());
        System.out.flush();
        while (input.read() >= 0) {
            // The runner writes no more; the stream ends when the runner does.
        }
        System.exit(0);
    }

    private Map<String, Object> unused() {
        var unused = new TreeMap<String, Object>();
        specs.forEach((name, spec) -> {
            if (!spec.permissions().unused().isEmpty()) {
                unused.put(name, spec.permissions().unused());
            }
        });
        return unused;
    }

    /** Says which faults struck; a POST arms them. */
    private void faults(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            faults.arm();
        }
        answer(exchange, faults.counts());
    }

    private static void answer(HttpExchange exchange, Map<String, Object> told) throws IOException {
        try (exchange) {
            var output = new ByteArrayOutputStream();
            MAPS.toJson(told, output);
            exchange.sendResponseHeaders(200, output.size());
            exchange.getResponseBody().write(output.toByteArray());
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var name = name(path.substring(PATH.length(), path.length() - "/invocations".length()));
            var input = exchange.getRequestBody().readAllBytes();
            var request = UUID.randomUUID().toString();
            var output = answer(exchange, name, request, input);
            if (specs.containsKey(name)) {
                recording.write(name, request, input, output);
            }
            exchange.sendResponseHeaders(200, output.length == 0 ? -1 : output.length);
            exchange.getResponseBody().write(output);
        }
    }

    private byte[] answer(HttpExchange exchange, String name, String request, byte[] input) {
        try {
            return invoke(name, request, input);
        } catch (Throwable thrown) {
            exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
            return failure(name, thrown);
        }
    }

    /** A function may be named by its ARN or without, with an alias or without. */
    private static String name(String nameOrArn) {
        int at = nameOrArn.indexOf(ARN);
        return (at < 0 ? nameOrArn : nameOrArn.substring(at + ARN.length())).split(":", 2)[0];
    }

    private byte[] invoke(String name, String request, byte[] input) throws Throwable {
        var spec = specs.get(name);
        if (spec == null) {
            throw new IllegalArgumentException("Function not found: " + name);
        }
        spec.permissions().apply();
        var invocation = Invocation.begin(name, faults);
        var handler = loaded.computeIfAbsent(name, unused -> Handlers.load(spec.handler()));
        return TimeLimit.within(spec.seconds(), request, invocation, () -> {
            var output = new ByteArrayOutputStream();
            var context = new LocalContext(name, request, spec.seconds());
            handler.handle(new ByteArrayInputStream(input), output, context);
            invocation.orThrow();
            return output.toByteArray();
        });
    }

    private static byte[] failure(String name, Throwable thrown) {
        if (!"Unauthorized".equals(thrown.getMessage())) {
            System.err.println(name + " failed: " + thrown);
            thrown.printStackTrace(System.err);
        }
        var type = thrown instanceof TimeLimit.Exceeded
                ? TimeLimit.Exceeded.TYPE
                : thrown.getClass().getName();
        var output = new ByteArrayOutputStream();
        MAPS.toJson(Map.of("errorMessage", String.valueOf(thrown.getMessage()), "errorType", type), output);
        return output.toByteArray();
    }

    private record Spec(String handler, int seconds, Permissions permissions) {
        static Spec fromJson(String name, Map<?, ?> json) {
            var statements = ((List<?>) Objects.requireNonNull(json.get("statements")))
                    .stream().map(each -> Statement.fromJson((Map<?, ?>) each)).toList();
            return new Spec(
                    String.valueOf(json.get("handler")),
                    Integer.parseInt(String.valueOf(json.get("seconds"))),
                    Permissions.of(name, statements));
        }
    }
}
