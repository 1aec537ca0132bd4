package dev.tagalong.domain.conversation;

/** How urgent a conversation is. On the wire in lower case. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
