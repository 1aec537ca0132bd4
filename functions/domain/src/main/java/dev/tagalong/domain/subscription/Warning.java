package dev.tagalong.domain.subscription;

/**
 * What the sender should know of an entry that was applied.
 *
 * @param description a sentence that begins with the entry's place
 */
public record Warning(Code code, String description) {
    /** What clients tell warnings apart by. */
    public enum Code {
        /** The events that were given are not what came of the entry. */
        EVENTS_IGNORED,
        /** The user sees no conversation of the thread, and hears nothing until they do. */
        NO_ACCESS
    }
}
