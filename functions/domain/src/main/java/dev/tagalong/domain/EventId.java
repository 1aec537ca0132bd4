package dev.tagalong.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The id of a message, an activity or the notification it caused: a version 7 UUID, so its text sorts by time.
 *
 * @param value a UUID whose first 48 bits are milliseconds since the epoch (RFC 9562, section 5.7)
 */
public record EventId(UUID value) implements Comparable<EventId> {
    private static final int VERSION = 7;

    public EventId {
        if (value.version() != VERSION) {
            throw new IllegalArgumentException("an event id is a version 7 UUID");
        }
    }

    /** The id of that uuid; absent if its version is another, so that it is nothing's id. */
    public static Optional<EventId> of(UUID uuid) {
        return uuid.version() == VERSION ? Optional.of(new EventId(uuid)) : Optional.empty();
    }

    /** Reads the canonical text form; throws IllegalArgumentException if it is not a version 7 UUID. */
    public static EventId parse(String text) {
        return new EventId(UUID.fromString(text));
    }

    /** When the id was made, to the millisecond. */
    public Instant time() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    /** By text, which is by time. UUID's own order is signed and would not be. */
    @Override
    public int compareTo(EventId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
