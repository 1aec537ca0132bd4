package dev.tagalong.domain.conversation;

/** Whether a conversation waits for somebody. On the wire in lower case. */
public enum Status {
    OPEN,
    PENDING,
    CLOSED
}
