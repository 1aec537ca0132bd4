package dev.tagalong.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.tagalong.local.Options;
import dev.tagalong.local.StartFailure;
import dev.tagalong.local.permissions.Statement;
import dev.tagalong.local.template.FunctionSpec;
import dev.tagalong.local.template.Policies;
import dev.tagalong.local.wire.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions, each invoked by its name with JSON, in a process that the runner starts and ends. */
public final class Functions implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Options of the virtual machine. It says on the error output that it took them from here, so they go by the command. */
    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    private final Process process;
    private final URI endpoint;
    private final HttpClient client;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Functions(Process process, int port) {
        this.process = process;
        this.endpoint = URI.create("http://127.0.0.1:" + port);
        this.client = HttpClient.newBuilder()
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * Starts the process with that environment, with the faults and the recording that are asked for; throws StartFailure
     * if the jar is not there.
     */
    public static Functions start(
            List<FunctionSpec> specs, Policies policies, Map<String, String> environment, Options options) {
        try {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            options(environment).forEach(command::add);
            command.addAll(List.of("-cp", classPath(specs)));
            command.add("-D" + FunctionHost.FAULTS + "=" + options.faults());
            if (options.record() != null) {
                command.add("-D" + Recording.PROPERTY + "=" + options.record().toAbsolutePath());
            }
            command.add(FunctionHost.class.getName());
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.equals("CLASSPATH"));
            builder.environment().putAll(environment);
            builder.environment().remove(JVM_OPTIONS);
            var process = builder.start();
            process.getOutputStream()
                    .write((Json.write(described(specs, policies)) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var port = output.readLine();
            if (port == null) {
                throw new StartFailure("The process for the functions ended before it was ready.");
            }
            Thread.ofVirtual().start(() -> output.lines().forEach(System.err::println));
            return new Functions(process, Integer.parseInt(port));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> options(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault(JVM_OPTIONS, "").split(" "))
                .filter(option -> !option.isEmpty());
    }

    private static Map<String, Object> described(List<FunctionSpec> specs, Policies policies) {
        var functions = new LinkedHashMap<String, Object>();
        specs.forEach(spec -> functions.put(
                spec.name(),
                Map.of(
                        "handler",
                        spec.handlerClass(),
                        "seconds",
                        spec.timeoutSeconds(),
                        "statements",
                        policies.of(spec).stream().map(Statement::toJson).toList())));
        return functions;
    }

    private static String classPath(List<FunctionSpec> specs) {
        var jars = specs.stream().map(FunctionSpec::code).distinct().toList();
        for (var jar : jars) {
            if (!Files.exists(jar)) {
                throw new StartFailure("There is no " + jar + ": build it with mvn -q -Prun or mvn package.");
            }
        }
        return Stream.concat(
                        jars.stream().map(Path::toString),
                        Stream.of(FunctionHost.class, PojoSerializer.class, Context.class)
                                .map(Functions::location))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a class without a place", impossible);
        }
    }

    /** Invokes a function and waits for its answer. */
    public Invocation invoke(String function, String payload) {
        var request = HttpRequest.newBuilder(endpoint.resolve("/2015-03-31/functions/" + function + "/invocations"))
                .timeout(LONGEST)
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            listeners.forEach(Runnable::run);
            boolean failed = answer.headers().firstValue("X-Amz-Function-Error").isPresent();
            return new Invocation(answer.body(), failed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a function ran", interrupted);
        }
    }

    /** Runs that whenever a function has returned. */
    public void onReturn(Runnable listener) {
        listeners.add(listener);
    }

    /** Gives the process's exit status to that when it has ended. */
    public void onEnd(IntConsumer listener) {
        Thread.ofVirtual().start(() -> listener.accept(process.onExit().join().exitValue()));
    }

    /** What each function may do and has not needed yet, as "action on resource". Functions without such are left out. */
    public Map<String, Object> unusedPermissions() {
        return asked(HttpRequest.newBuilder(endpoint.resolve(FunctionHost.UNUSED)));
    }

    /** How often each fault struck in the functions' process so far. */
    public Map<String, Object> faults() {
        return asked(HttpRequest.newBuilder(endpoint.resolve(FunctionHost.STRUCK)));
    }

    /** From now on the faults that were asked for strike in the functions' process. */
    public void armFaults() {
        asked(HttpRequest.newBuilder(endpoint.resolve(FunctionHost.STRUCK)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Map<String, Object> asked(HttpRequest.Builder request) {
        try {
            return Json.object(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", interrupted);
        }
    }

    /** Where Lambda's Invoke API is. */
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What came of an invocation.
     *
     * @param payload the answer, or errorMessage and errorType
     * @param failed whether the function threw
     */
    public record Invocation(String payload, boolean failed) {}
}
