package dev.tagalong.domain.message;

/** Which way a message went. */
public enum MessageType {
    /** From the customer or another contact. */
    INCOMING,
    /** A reply to the customer. */
    OUTGOING,
    /** An internal note, which contacts never see. */
    NOTE;

    public boolean isPrivate() {
        return this == NOTE;
    }
}
