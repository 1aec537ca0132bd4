package dev.tagalong.checks.events;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import dev.tagalong.local.functions.Functions.Invocation;
import dev.tagalong.local.template.FunctionSpec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One function in a process of its own: the deployed jar under AWS's runtime client, as Lambda runs it. */
final class RuntimeClient implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final Path LOGS = Path.of("target", "runtime-client");
    /** Where the client loads its native part from; else all processes would unpack it to one and the same file. */
    private static final String LIBRARY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    /** What Lambda's Java runtime brings along; everything else must be in the jar. */
    private static final Pattern RUNTIME = Pattern.compile(
            ".*/(aws-lambda-java-(runtime-interface-client|core|serialization)|utils-lite)-[^/]*\\.jar");

    private final RuntimeApi api;
    private final Process process;

    private RuntimeClient(RuntimeApi api, Process process) {
        this.api = api;
        this.process = process;
    }

    /** The native part of AWS's client, unpacked. */
    static Path unpackLibrary() throws IOException {
        var processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var library =
                Files.createDirectories(LOGS).resolve("libaws-lambda-jni.so").toAbsolutePath();
        var packed = "/jni/libaws-lambda-jni.linux-" + processor + ".so";
        try (var content = Objects.requireNonNull(AWSLambda.class.getResourceAsStream(packed), packed)) {
            Files.copy(content, library, StandardCopyOption.REPLACE_EXISTING);
        }
        return library;
    }

    /** Starts a function with the client's native part unpacked there. */
    static RuntimeClient start(FunctionSpec function, Map<String, String> environment, Path library) {
        try {
            var api = new RuntimeApi();
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-D" + LIBRARY + "=" + library,
                    "-cp",
                    classPath(function.code()),
                    AWSLambda.class.getName(),
                    function.handler());
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.equals("CLASSPATH"));
            builder.environment().putAll(environment);
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", function.name());
            builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
            builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
            var log = Files.createDirectories(LOGS)
                    .resolve(function.name() + ".log")
                    .toFile();
            return new RuntimeClient(
                    api, builder.redirectErrorStream(true).redirectOutput(log).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String classPath(Path jar) {
        var runtime = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> RUNTIME.matcher(entry).matches());
        return Stream.concat(runtime, Stream.of(jar.toString())).collect(Collectors.joining(File.pathSeparator));
    }

    Invocation invoke(String payload) {
        var ended = process.onExit()
                .thenApply(gone -> new Invocation("{\"errorMessage\":\"the process ended, see " + LOGS + "\"}", true));
        var first = CompletableFuture.anyOf(api.invoke(payload), api.failedToBegin(), ended)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return (Invocation) first;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }
}
