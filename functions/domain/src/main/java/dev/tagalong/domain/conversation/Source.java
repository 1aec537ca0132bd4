package dev.tagalong.domain.conversation;

/** Where a conversation was made. On the wire in lower case. */
public enum Source {
    WIDGET,
    PHONE,
    API,
    EMAIL
}
