package dev.tagalong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file by which Maven learns that the runner did not start, named by the system property tagalong.failure. */
record FailureFile(@Nullable Path path) {

    static FailureFile ofThisProcess() {
        var name = System.getProperty("tagalong.failure");
        return new FailureFile(name == null ? null : Path.of(name));
    }

    void clear() {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void leave(String why) {
        try {
            if (path != null) {
                Files.writeString(path, why);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
