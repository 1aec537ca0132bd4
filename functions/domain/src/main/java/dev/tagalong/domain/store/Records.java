package dev.tagalong.domain.store;

/** The consistent batched read on which every decision rests. Thread-safe. */
public interface Records {
    /**
     * Reads what is asked for, each item consistently though not all at one moment. One call to the store for up to 100
     * items; a lookup of nothing but the settings is one call too.
     */
    Snapshot read(Lookup lookup);
}
