package dev.tagalong.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the runner was asked for.
 *
 * @param port of the HTTP API; 0 for any that is free
 * @param wsPort of the WebSocket API; 0 for any that is free
 * @param data where everything is kept across restarts; null to keep it in memory
 * @param demo whether to fill an empty table with the demo workspaces
 * @param endWithParent whether to end when the process that started it ends
 */
public record Options(int port, int wsPort, @Nullable Path data, boolean demo, boolean endWithParent, Path template) {
    private static final String USAGE =
            "Options are --port N, --ws-port N (0 for any free one), --data DIR and --no-demo.";

    /** What is meant when nothing is asked for. */
    public static Options standard() {
        return new Options(3000, 3001, null, true, false, Path.of("template.yaml"));
    }

    /** The same on any free ports. */
    public Options anyPorts() {
        return new Options(0, 0, data, demo, endWithParent, template);
    }

    /** The same, kept there. */
    public Options keptIn(Path directory) {
        return new Options(port, wsPort, directory, demo, endWithParent, template);
    }

    /** The same by another template. */
    public Options by(Path other) {
        return new Options(port, wsPort, data, demo, endWithParent, other);
    }

    /** The same without the demo workspaces. */
    public Options withoutDemo() {
        return new Options(port, wsPort, data, false, endWithParent, template);
    }

    /** Reads the command line; throws StartFailure with a sentence if it makes no sense. */
    static Options parse(List<String> arguments) {
        var left = new ArrayDeque<>(arguments);
        var options = standard();
        while (!left.isEmpty()) {
            var name = left.pop();
            options = switch (name) {
                case "--port" ->
                    new Options(
                            port(name, left),
                            options.wsPort,
                            options.data,
                            options.demo,
                            options.endWithParent,
                            options.template);
                case "--ws-port" ->
                    new Options(
                            options.port,
                            port(name, left),
                            options.data,
                            options.demo,
                            options.endWithParent,
                            options.template);
                case "--data" -> options.keptIn(Path.of(value(name, left)).toAbsolutePath());
                case "--template" -> options.by(Path.of(value(name, left)));
                case "--no-demo" -> options.withoutDemo();
                case "--end-with-parent" ->
                    new Options(options.port, options.wsPort, options.data, options.demo, true, options.template);
                default -> throw new StartFailure("There is no option " + name + ". " + USAGE);
            };
        }
        return options;
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
}
