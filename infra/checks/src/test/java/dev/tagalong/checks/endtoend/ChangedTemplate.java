package dev.tagalong.checks.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The product's template as a test changes it, in a folder of the test's. */
public final class ChangedTemplate {
    private ChangedTemplate() {}

    /** Writes it there, where it finds its code as before. */
    public static Path in(Path folder, UnaryOperator<String> change) {
        try {
            var root = Path.of("../..").toRealPath();
            var template = Files.readString(root.resolve("template.yaml"));
            return Files.writeString(
                    folder.resolve("template.yaml"),
                    change.apply(template).replace("CodeUri: ", "CodeUri: " + root + "/"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
