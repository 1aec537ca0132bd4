package dev.tagalong.handlers.wiring;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is built at its first use and kept. Thread-safe. */
final class Lazy<T> {
    private final Supplier<T> build;
    private volatile @Nullable T built;

    Lazy(Supplier<T> build) {
        this.build = build;
    }

    T get() {
        var found = built;
        return found == null ? build() : found;
    }

    private synchronized T build() {
        var found = built;
        if (found == null) {
            found = build.get();
            built = found;
        }
        return found;
    }
}
