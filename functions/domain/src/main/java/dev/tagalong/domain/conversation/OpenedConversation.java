package dev.tagalong.domain.conversation;

import dev.tagalong.domain.access.Standing;

/** One conversation as one of its readers opens it. */
public record OpenedConversation(ConversationView view, Standing standing) {}
