package dev.tagalong.domain;

import java.util.UUID;

/** Makes ids. Thread-safe. */
public interface Ids {
    /** A new time-ordered id, greater than every id that this object made before. */
    EventId event();

    /** A new random version 4 UUID. */
    UUID random();

    /** A new unguessable token, 32 random bytes in base64url without padding. */
    String token();
}
