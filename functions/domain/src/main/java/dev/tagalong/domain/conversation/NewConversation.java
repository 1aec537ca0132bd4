package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that somebody wants to make.
 *
 * @param id null for a random one
 * @param reference positive; null for the next of the counter
 */
public record NewConversation(
        @Nullable ConversationId id,
        @Nullable Integer reference,
        @Nullable String externalId,
        State state,
        Origin origin) {}
