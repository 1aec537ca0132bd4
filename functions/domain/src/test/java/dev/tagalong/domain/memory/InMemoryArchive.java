package dev.tagalong.domain.memory;

import dev.tagalong.domain.archive.Archive;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** An archive in memory. */
public final class InMemoryArchive implements Archive {
    private final ConcurrentSkipListMap<String, String> documents = new ConcurrentSkipListMap<>();

    @Override
    public void keep(String name, String document) {
        documents.put(name, document);
    }

    @Override
    public List<String> names(String prefix, String after, int most) {
        return documents.tailMap(prefix).keySet().stream()
                .dropWhile(name -> name.compareTo(after) <= 0)
                .takeWhile(name -> name.startsWith(prefix))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(documents.get(name));
    }

    @Override
    public void remove(String name) {
        documents.remove(name);
    }
}
