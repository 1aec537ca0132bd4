package dev.tagalong.domain.store;

import dev.tagalong.domain.WorkspaceId;
import java.util.List;

/** The transactional write: state, activity and outbox commit together or not at all. Thread-safe. */
public interface Ledger {
    /**
     * Writes all of it or nothing. Conflicts with other transactions in flight are tried again for up to 3 seconds.
     *
     * @param writes at most 100 stored items together
     */
    Commit commit(WorkspaceId workspace, List<Write> writes);

    /** The next number of a counter of the workspace, from 1 on; numbers may be skipped, never given twice. */
    default int next(WorkspaceId workspace, Counter counter) {
        return next(workspace, counter, 1);
    }

    /**
     * A later number of the same counter.
     *
     * @param step by how much the counter goes on, at least 1
     */
    int next(WorkspaceId workspace, Counter counter, int step);

    /** What is counted. */
    enum Counter {
        USER,
        TEAM,
        INBOX,
        CONVERSATION
    }
}
