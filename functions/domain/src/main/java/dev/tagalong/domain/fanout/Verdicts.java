package dev.tagalong.domain.fanout;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** What the fan-out decided, kept for 90 days. Thread-safe. */
public interface Verdicts {
    /** Keeps the verdicts of an event. Those of the first time stand; gives what stands. */
    List<Verdict> keep(WorkspaceId workspace, EventId event, List<Verdict> verdicts);

    /** What is kept of an event. */
    Optional<List<Verdict>> find(WorkspaceId workspace, EventId event);
}
