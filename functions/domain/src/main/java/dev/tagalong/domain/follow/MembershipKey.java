package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;

/** Which membership: at most one for each conversation and user. */
public record MembershipKey(ConversationId conversation, UserId user) {}
