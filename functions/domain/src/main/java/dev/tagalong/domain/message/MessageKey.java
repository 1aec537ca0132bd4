package dev.tagalong.domain.message;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;

/** Where a message stands. */
public record MessageKey(ConversationId conversation, EventId message) {}
