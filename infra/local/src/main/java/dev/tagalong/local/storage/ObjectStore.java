package dev.tagalong.local.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/** The objects of all buckets by bucket/key; each a file if there is a folder for them. Thread-safe. */
public final class ObjectStore {
    private final NavigableMap<String, SdkBytes> objects = new ConcurrentSkipListMap<>();
    private final @Nullable Path folder;

    private ObjectStore(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Opens what is kept in that folder, or none in memory. */
    public static ObjectStore open(@Nullable Path folder) {
        var store = new ObjectStore(folder);
        if (folder == null) {
            return store;
        }
        try (var files = Files.list(Files.createDirectories(folder))) {
            for (var file :
                    files.filter(each -> !each.toString().endsWith(".next")).toList()) {
                var name = URLDecoder.decode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
                store.objects.put(name, SdkBytes.fromByteArray(Files.readAllBytes(file)));
            }
            return store;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Keeps an object in place of whatever was there. */
    public synchronized void put(String bucket, String key, SdkBytes content) {
        var name = bucket + "/" + key;
        try {
            if (folder != null) {
                var next = file(folder, name + ".next");
                Files.write(next, content.asByteArray());
                Files.move(
                        next, file(folder, name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            objects.put(name, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An object, if it is there. */
    public Optional<SdkBytes> get(String bucket, String key) {
        return Optional.ofNullable(objects.get(bucket + "/" + key));
    }

    /** The keys in a bucket that begin so, in order. */
    public List<String> keys(String bucket, String prefix) {
        var from = bucket + "/" + prefix;
        return objects.tailMap(from).keySet().stream()
                .takeWhile(name -> name.startsWith(from))
                .map(name -> name.substring(bucket.length() + 1))
                .toList();
    }

    /** Removes an object; nothing happens if it is not there. */
    public synchronized void delete(String bucket, String key) {
        var name = bucket + "/" + key;
        try {
            if (folder != null) {
                Files.deleteIfExists(file(folder, name));
            }
            objects.remove(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8));
    }
}
