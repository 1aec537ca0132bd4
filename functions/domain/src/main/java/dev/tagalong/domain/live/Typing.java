package dev.tagalong.domain.live;

import dev.tagalong.domain.ConversationId;

/**
 * That somebody began to write, or stopped.
 *
 * @param isPrivate whether it will be an internal note
 */
public record Typing(ConversationId conversation, boolean isTyping, boolean isPrivate) {}
