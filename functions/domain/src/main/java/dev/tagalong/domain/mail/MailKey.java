package dev.tagalong.domain.mail;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;

/** Whose mail about what: at most one window is open for each. */
public record MailKey(WorkspaceId workspace, UserId user, ConversationId conversation) {}
