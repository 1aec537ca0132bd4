package dev.tagalong.checks.events;

import dev.tagalong.local.functions.Handlers;
import dev.tagalong.local.template.FunctionSpec;
import dev.tagalong.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sample event as it lies under events/.
 *
 * @param handler the class that handles it
 * @param text the event, with placeholders where secrets were
 */
record SampleFile(String function, String name, Class<?> handler, String text) {
    static final Path ROOT = Path.of("..", "..");

    /** Every sample of every function, in order. */
    static List<SampleFile> all() {
        return Template.read(ROOT.resolve("template.yaml")).functions().stream()
                .flatMap(SampleFile::of)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private static Stream<SampleFile> of(FunctionSpec function) {
        try (var files = Files.list(ROOT.resolve("events").resolve(function.name()))) {
            return files.toList().stream().map(file -> of(function, file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static SampleFile of(FunctionSpec function, Path file) {
        try {
            var name = file.getFileName().toString().replace(".json", "");
            var handler = Class.forName(function.handlerClass());
            return new SampleFile(function.name(), name, handler, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("a function without its class", missing);
        }
    }

    /** The name of the type of its events. */
    String eventType() {
        return Handlers.eventType(handler).getTypeName();
    }

    @Override
    public String toString() {
        return function + "/" + name;
    }
}
