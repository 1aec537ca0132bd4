package dev.tagalong.domain.subscription;

/** Who did what is heard of. */
public enum ThreadCategory {
    /** A person, be it by an API key. */
    MANUAL,
    /** The System user. */
    AUTOMATIC
}
