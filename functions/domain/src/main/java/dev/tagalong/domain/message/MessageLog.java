package dev.tagalong.domain.message;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.store.Page;
import org.jspecify.annotations.Nullable;

/** Reads the thread of a conversation, consistently. Thread-safe. */
public interface MessageLog {
    /** A page of it: page 1 holds the newest, and within a page the oldest comes first. */
    Page<Message> page(WorkspaceId workspace, ConversationId conversation, Audience audience, int page, int size);

    /**
     * Who reads.
     *
     * @param notes whether notes are shown and counted
     * @param until only messages of that id or before are shown; null for all
     * @param counted how many there are for them, as last read, unless until says otherwise
     */
    record Audience(boolean notes, @Nullable EventId until, int counted) {}
}
