package dev.tagalong.domain.conversation;

/** The medium of a conversation. On the wire in lower case. */
public enum Channel {
    EMAIL,
    CHAT,
    PHONE,
    WHATSAPP
}
