package dev.tagalong.checks.events;

import dev.tagalong.local.Options;
import dev.tagalong.local.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes events/ anew: drives a fresh demo through every sample and keeps what the functions were invoked with. What is in
 * events/ and no longer captured is deleted.
 */
public final class Capture {
    private Capture() {}

    /** Captures by the repository's root, the one argument. */
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        var records = Files.createTempDirectory("tagalong-records");
        var options = Options.standard().anyPorts().by(root.resolve("template.yaml"));
        try (var runner = Runner.start(options.recordedIn(records))) {
            var written = capture(new Stage(runner, records), root.resolve("events"));
            delete(root.resolve("events"), written);
            System.out.println(written.size() + " sample events written");
        } finally {
            deleteAll(records);
        }
        System.exit(0);
    }

    private static Set<Path> capture(Stage stage, Path events) throws IOException {
        var written = new HashSet<Path>();
        var failed = new ArrayList<String>();
        for (var sample : Stage.samples()) {
            try {
                var file = events.resolve(sample.place() + ".json");
                Files.createDirectories(events.resolve(sample.function()));
                Files.writeString(file, FairCopy.of(sample.drive().capture(stage), stage));
                written.add(file);
            } catch (AssertionError | RuntimeException not) {
                failed.add("The sample " + sample.place() + " cannot be captured: " + not);
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException(String.join("\n", failed));
        }
        return written;
    }

    /** Deletes what lies in folders below, but for those. */
    private static void delete(Path folder, Set<Path> kept) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                boolean isOld = Files.isRegularFile(file)
                        && file.getNameCount() > folder.getNameCount() + 1
                        && !kept.contains(file);
                boolean isEmpty = Files.isDirectory(file) && !file.equals(folder) && isEmpty(file);
                if (isOld || isEmpty) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
