package dev.tagalong.domain;

import java.util.UUID;

/**
 * A conversation, also called a ticket.
 *
 * @param value unique in its workspace
 */
public record ConversationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
