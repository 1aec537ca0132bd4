package dev.tagalong.local.demo;

import dev.tagalong.local.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that lies in the data folder while the demo is loaded into it: half of one would look like all of it. */
public final class DemoMark {
    private static final String NAME = "demo-is-loading";

    private final @Nullable Path file;

    private DemoMark(@Nullable Path file) {
        this.file = file;
    }

    /** That of a folder, or none of none; throws StartFailure if loading the demo into it was cut off. */
    public static DemoMark of(@Nullable Path data) {
        if (data == null) {
            return new DemoMark(null);
        }
        var file = data.resolve(NAME);
        if (Files.exists(file)) {
            throw new StartFailure(
                    "Loading the demo into " + data + " was cut off: delete that folder, or choose another.");
        }
        return new DemoMark(file);
    }

    /** The demo is about to be loaded. */
    public void set() {
        try {
            if (file != null) {
                Files.createFile(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** It is there. */
    public void clear() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
