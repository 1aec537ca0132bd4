package dev.tagalong.local;

import dev.tagalong.local.faults.Faults;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the runner was asked for.
 *
 * @param port of the HTTP API; 0 for any that is free
 * @param wsPort of the WebSocket API; 0 for any that is free
 * @param data where everything is kept across restarts; null to keep it in memory
 * @param record where every event that a function is invoked with is written, and its answer; null for nowhere
 * @param faults what goes wrong on purpose
 * @param demo whether to fill an empty table with the demo workspaces
 * @param endWithParent whether to end when the process that started it ends
 */
public record Options(
        int port,
        int wsPort,
        @Nullable Path data,
        @Nullable Path record,
        Faults faults,
        boolean demo,
        boolean endWithParent,
        Path template) {
    private static final String USAGE =
            "Options are --port N, --ws-port N (0 for any free one), --data DIR, --record DIR, --faults RATES and --no-demo.";

    /** What is meant when nothing is asked for. */
    public static Options standard() {
        return new Options(3000, 3001, null, null, Faults.none(), true, false, Path.of("template.yaml"));
    }

    /** The same on any free ports. */
    public Options anyPorts() {
        return on(0, 0);
    }

    /** The same on those ports, 0 for any free one. */
    public Options on(int wantedPort, int wantedWsPort) {
        return with(draft -> {
            draft.port = wantedPort;
            draft.wsPort = wantedWsPort;
        });
    }

    /** The same, kept there. */
    public Options keptIn(Path directory) {
        return with(draft -> draft.data = directory);
    }

    /** The same, with what goes through the functions written there. */
    public Options recordedIn(Path directory) {
        return with(draft -> draft.record = directory);
    }

    /** The same, with these faults. */
    public Options with(Faults wanted) {
        return with(draft -> draft.faults = wanted);
    }

    /** The same by another template. */
    public Options by(Path other) {
        return with(draft -> draft.template = other);
    }

    /** The same without the demo workspaces. */
    public Options withoutDemo() {
        return with(draft -> draft.demo = false);
    }

    private Options with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** Reads the command line; throws StartFailure with a sentence if it makes no sense. */
    static Options parse(List<String> arguments) {
        var left = new ArrayDeque<>(arguments);
        var draft = new Draft(standard());
        while (!left.isEmpty()) {
            var name = left.pop();
            switch (name) {
                case "--port" -> draft.port = port(name, left);
                case "--ws-port" -> draft.wsPort = port(name, left);
                case "--data" -> draft.data = path(name, left).toAbsolutePath();
                case "--record" -> draft.record = path(name, left).toAbsolutePath();
                case "--faults" -> draft.faults = faults(value(name, left));
                case "--template" -> draft.template = path(name, left);
                case "--no-demo" -> draft.demo = false;
                case "--end-with-parent" -> draft.endWithParent = true;
                default -> throw new StartFailure("There is no option " + name + ". " + USAGE);
            }
        }
        return draft.options();
    }

    private static Faults faults(String rates) {
        try {
            return Faults.parse(rates);
        } catch (IllegalArgumentException senseless) {
            throw new StartFailure(String.valueOf(senseless.getMessage()));
        }
    }

    private static Path path(String name, ArrayDeque<String> left) {
        return Path.of(value(name, left));
    }

    private static String value(String name, ArrayDeque<String> left) {
        if (left.isEmpty()) {
            throw new StartFailure("The option " + name + " needs a value. " + USAGE);
        }
        return left.pop();
    }

    private static int port(String name, ArrayDeque<String> left) {
        var value = value(name, left);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
            throw new StartFailure("The option " + name + " needs a port from 0 to 65535, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    /** Options that are still being put together. */
    private static final class Draft {
        private int port;
        private int wsPort;
        private @Nullable Path data;
        private @Nullable Path record;
        private Faults faults;
        private boolean demo;
        private boolean endWithParent;
        private Path template;

        Draft(Options from) {
            port = from.port;
            wsPort = from.wsPort;
            data = from.data;
            record = from.record;
            faults = from.faults;
            demo = from.demo;
            endWithParent = from.endWithParent;
            template = from.template;
        }

        Options options() {
            return new Options(port, wsPort, data, record, faults, demo, endWithParent, template);
        }
    }
}
