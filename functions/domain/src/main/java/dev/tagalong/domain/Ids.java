package dev.tagalong.domain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Makes ids. Thread-safe. */
public interface Ids {
    /** A new time-ordered id, greater than every id that this object made before. */
    EventId event();

    /** A new random version 4 UUID. */
    UUID random();

    /** A new unguessable token, 32 random bytes in base64url without padding. */
    String token();

    /**
     * A new unguessable token of 128 bits that survives the folding of case: 26 of 0-9 and a-v. Mail servers may fold the
     * local part of an address.
     */
    default String foldedToken() {
        var bytes = Arrays.copyOf(Base64.getUrlDecoder().decode(token()), 16);
        var digits = new BigInteger(1, bytes).toString(32);
        return "0".repeat(26 - digits.length()) + digits;
    }
}
