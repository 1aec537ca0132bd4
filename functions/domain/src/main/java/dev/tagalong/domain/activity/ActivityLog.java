package dev.tagalong.domain.activity;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.store.Page;
import java.util.Optional;

/** Reads the log of a conversation. Thread-safe. */
public interface ActivityLog {
    /** A page of it, newest first, with the exact total, consistent. */
    Page<Activity> page(WorkspaceId workspace, ConversationId conversation, int page, int size);

    /** One entry, consistent. */
    Optional<Activity> find(WorkspaceId workspace, ConversationId conversation, EventId activity);
}
