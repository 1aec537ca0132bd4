package dev.tagalong.domain;

/**
 * The inbox through which a conversation came in.
 *
 * @param value positive, unique in its workspace
 */
public record InboxId(int value) {
    public InboxId {
        if (value < 1) {
            throw new IllegalArgumentException("an inbox id is a positive number");
        }
    }
}
