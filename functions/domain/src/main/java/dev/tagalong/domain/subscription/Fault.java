package dev.tagalong.domain.subscription;

import java.util.UUID;

/**
 * Why one entry of a request was not applied, while others were.
 *
 * @param description a sentence that begins with the entry's place
 * @param id of this fault, a new one each time
 */
public record Fault(Code code, String description, UUID id) {
    /** What clients tell faults apart by. */
    public enum Code {
        /** There is no such user. */
        USER_NOT_FOUND,
        /** The user is not of the type that the entry says. */
        USER_TYPE_MISMATCH,
        UNKNOWN_USER_TYPE,
        UNKNOWN_TYPE,
        UNKNOWN_CATEGORY,
        UNKNOWN_EVENT,
        /** External is nothing but replies. */
        NOT_EXTERNAL,
        /** Internal never reaches contacts. */
        NOT_FOR_CONTACTS,
        /** The body names another thread than the path. */
        UUID_MISMATCH,
        /** The caller may not change this user's subscription. */
        FORBIDDEN,
        /** The thread has as many subscribers as it may. */
        SUBSCRIBER_LIMIT,
        /** Others were changing it for as long as a caller may wait. */
        BUSY
    }
}
