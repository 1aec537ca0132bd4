package dev.tagalong.domain.notification;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored inboxes. Rows end by themselves 90 days after they arrived. Thread-safe. */
public interface InboxRows {
    /** Most rows that one call puts or marks. */
    int MOST_AT_ONCE = 25;

    /**
     * Puts each of at most {@link #MOST_AT_ONCE} rows of one event in one call, unless one for its user is or was there.
     * Whose row could not be put and why; all others stand.
     */
    Map<UserId, RuntimeException> putIfAbsent(WorkspaceId workspace, List<Notification> rows);

    /** Every row of a user that was not deleted, newest arrival first, consistent. */
    List<Notification> all(WorkspaceId workspace, UserId user);

    /** Those of them that were not read. */
    List<Notification> unread(WorkspaceId workspace, UserId user);

    /** Every row of a user that was not deleted and arrived at that time or later, oldest arrival first, consistent. */
    List<Notification> since(WorkspaceId workspace, UserId user, Instant arrivedFrom);

    /** One row; deleted ones are absent. */
    Optional<Notification> find(WorkspaceId workspace, UserId user, EventId event);

    /** Marks a row as read, unless it is; absent if there is no such row. */
    Optional<Notification> markRead(WorkspaceId workspace, UserId user, EventId event, Instant at);

    /** Marks rows as read, unless they are read or gone. Throws if any could not be marked; those that were stay so. */
    void markAllRead(WorkspaceId workspace, UserId user, List<Notification> rows, Instant at);

    /** Marks rows as mailed, all at once, since until then they may be mailed again; does nothing to those that are gone. */
    void markMailed(WorkspaceId workspace, UserId user, List<EventId> events, Instant at);

    /** Hides a row for good; tells whether there was one. */
    boolean delete(WorkspaceId workspace, UserId user, EventId event);
}
