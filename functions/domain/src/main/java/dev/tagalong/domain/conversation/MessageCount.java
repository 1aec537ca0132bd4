package dev.tagalong.domain.conversation;

/**
 * How long the thread of a conversation is.
 *
 * @param all messages of every type
 * @param notes those among them that contacts are not shown
 */
public record MessageCount(int all, int notes) {
    /** That of a new conversation. */
    public static final MessageCount NONE = new MessageCount(0, 0);
}
