package dev.tagalong.domain.archive;

/** What waits in a queue, fails there and is given up. */
public enum Work {
    /** Calls for mail. */
    MAIL,
    /** Activities that could not be carried out at once. */
    FAN_OUT,
    /** Jobs of purging. */
    PURGE
}
