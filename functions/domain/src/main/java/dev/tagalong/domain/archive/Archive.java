package dev.tagalong.domain.archive;

import java.util.List;
import java.util.Optional;

/** Keeps documents of what failed for good, by names with slashes in them. Thread-safe. */
public interface Archive {
    /** Keeps a document in place of one of the same name. */
    void keep(String name, String document);

    /** The first names that begin so and stand behind that one, which need not be there, in alphabetical order. */
    List<String> names(String prefix, String after, int most);

    /** The first names that begin so, in alphabetical order. */
    default List<String> names(String prefix, int most) {
        return names(prefix, "", most);
    }

    /** A document; absent if it is not there, or no longer. */
    Optional<String> read(String name);

    /** Removes a document; nothing happens if it is not there. */
    void remove(String name);
}
