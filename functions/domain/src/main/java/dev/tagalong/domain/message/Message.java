package dev.tagalong.domain.message;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import java.time.Instant;
import java.util.List;

/**
 * One message of a conversation. Never changes.
 *
 * @param content plain text as it was written
 * @param mentions whom it names, in the order written, none twice
 */
public record Message(
        EventId id,
        ConversationId conversation,
        MessageType type,
        UserId author,
        String content,
        List<UserId> mentions,
        Instant createdAt) {
    public Message {
        mentions = List.copyOf(mentions);
    }
}
