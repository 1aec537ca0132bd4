package dev.tagalong.domain.activity;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.store.Page;

/** Reads the log of a conversation. Thread-safe. */
public interface ActivityLog {
    /** A page of it, newest first, with the exact total, consistent. */
    Page<Activity> page(WorkspaceId workspace, ConversationId conversation, int page, int size);
}
