package dev.tagalong.domain.fanout;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import java.util.Optional;

/** How far events were carried out, kept for 90 days. Thread-safe. */
public interface Progress {
    /** What is left of an event; absent if nobody has come to the end of its stages yet. */
    Optional<Left> of(WorkspaceId workspace, EventId event);

    /** Notes what is left of an event, in place of what was noted before. */
    void mark(WorkspaceId workspace, EventId event, Left left);
}
