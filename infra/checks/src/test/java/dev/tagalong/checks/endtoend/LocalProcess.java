package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runner in a process of its own, as somebody starts it from a shell. */
public final class LocalProcess implements AutoCloseable {
    /** The option of the virtual machine that compiles code quickly and no better than that, which is the template's, too. */
    public static final String QUICKLY = "-XX:TieredStopAtLevel=1";

    private static final Pattern READY = Pattern.compile("ready +http (\\S+) +websocket (\\S+) .* lambda (\\S+)");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private @Nullable Place place;
    private List<ProcessHandle> orphans = List.of();

    private LocalProcess(Process process) {
        this.process = process;
    }

    /** Starts it with those options, its error output in that file; its code is compiled quickly, as for a short life. */
    public static LocalProcess start(Path errors, String... options) {
        return start(errors, QUICKLY, List.of(options));
    }

    /** The same; the option of the virtual machine says how its code is compiled. */
    public static LocalProcess start(Path errors, String compiling, List<String> options) {
        return run(errors, command(compiling, options));
    }

    /**
     * Starts it from a shell, whose end nobody waits for, so that the shell's process seems alive when it is dead: the process
     * that this is, is the one that does not wait.
     */
    static LocalProcess startInAShell(Path errors, String... options) {
        var shell = List.of("sh", "-c", "sh -c '\"$@\" & wait' sh \"$@\" & exec sleep " + PATIENCE_SECONDS, "sh");
        return run(
                errors,
                Stream.concat(shell.stream(), command(QUICKLY, List.of(options)).stream())
                        .toList());
    }

    private static List<String> command(String compiling, List<String> options) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                compiling,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tagalong.local.Main",
                "--template",
                "../../template.yaml"));
        command.addAll(options);
        return command;
    }

    private static LocalProcess run(Path errors, List<String> command) {
        try {
            return new LocalProcess(
                    new ProcessBuilder(command).redirectError(errors.toFile()).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The workspace demo, once the runner says that it is ready. */
    Desk desk() {
        var there = place();
        return Desk.demo(there.http(), there.webSocket(), there.lambda());
    }

    /** Where it listens, once it says that it is ready. */
    public Place place() {
        var there = place;
        if (there == null) {
            var ready = ready();
            there = new Place(URI.create(ready.group(1)), URI.create(ready.group(2)), URI.create(ready.group(3)));
            place = there;
        }
        return there;
    }

    /** Makes the workspace demo with its owner and nothing else, in a runner that was started without. */
    public void makeWorkspace() {
        Desk.create(place().lambda(), "demo", "olga@example.com");
    }

    /** Whoever calls without a token, once the runner says that it is ready. */
    Api anyone() {
        return new Api(HttpClient.newHttpClient(), place().http(), "");
    }

    private Matcher ready() {
        try {
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var line = String.valueOf(lines.readLine());
            var ready = READY.matcher(line);
            if (!ready.matches()) {
                close();
                throw new AssertionError("not the line that it is ready: " + line);
            }
            return ready;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Asks it to end, as a shell's kill does. */
    void terminate() {
        process.destroy();
    }

    /** Ends the shell that it was started from, as kill -9 does. */
    void killTheShell() {
        var shell = process.children().findFirst().orElseThrow();
        orphans = shell.descendants().toList();
        assertThat(shell.destroyForcibly()).isTrue();
    }

    /** Ends the process of its functions at once, as kill -9 does. */
    void killTheFunctions() {
        assertThat(process.children().findFirst().orElseThrow().destroyForcibly())
                .isTrue();
    }

    /** Ends it at once, as kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        ended(10);
    }

    /** Its exit code, within those seconds. */
    int ended(long seconds) throws InterruptedException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** Its exit code, however long it takes to start. */
    int ended() throws InterruptedException {
        return ended(PATIENCE_SECONDS);
    }

    @Override
    public void close() {
        orphans.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Where a runner listens. */
    public record Place(URI http, URI webSocket, URI lambda) {}
}
