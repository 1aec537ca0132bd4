package dev.tagalong.domain.subscription;

/** Whether what is heard of stays in the house. */
public enum ThreadType {
    /** Whatever happens in a thread; reaches users only, never contacts. */
    INTERNAL,
    /** What the customer sees as well, which is replies. */
    EXTERNAL
}
