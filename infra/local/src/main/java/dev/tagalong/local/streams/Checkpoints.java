package dev.tagalong.local.streams;

import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How far each shard was handled; kept in a file if there is one, so that a restart misses nothing. */
final class Checkpoints {
    private final Map<String, Object> handled = new ConcurrentHashMap<>();
    private final @Nullable Path file;
    private boolean fails;

    private Checkpoints(@Nullable Path file) {
        this.file = file;
    }

    static Checkpoints open(@Nullable Path directory, String function) {
        var file = directory == null ? null : directory.resolve("stream-" + function + ".json");
        var checkpoints = new Checkpoints(file);
        if (file != null && Files.exists(file)) {
            try {
                checkpoints.handled.putAll(Json.object(Files.readString(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return checkpoints;
    }

    /** The last sequence number that was handled; absent if none was. */
    Optional<String> of(String shard) {
        return Optional.ofNullable(handled.get(shard)).map(String::valueOf);
    }

    /** Notes how far a shard was handled. That it cannot be written is said once, and made up for by the next that can. */
    synchronized void save(String shard, String sequence) {
        handled.put(shard, sequence);
        if (file == null) {
            return;
        }
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, Json.write(handled));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            fails = false;
        } catch (IOException failed) {
            if (!fails) {
                System.err.println(
                        "How far the stream was handled cannot be kept, so after a restart it comes again: " + failed);
            }
            fails = true;
        }
    }
}
