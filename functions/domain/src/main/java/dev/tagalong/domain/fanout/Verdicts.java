package dev.tagalong.domain.fanout;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** What the fan-out decided, kept for 90 days. Thread-safe. */
public interface Verdicts {
    /** Keeps the verdicts of an event. Those of the first time stand; gives what stands. */
    Kept keep(WorkspaceId workspace, EventId event, List<Verdict> verdicts);

    /** Marks an event as carried out, so that a record that comes again does nothing. */
    void finish(WorkspaceId workspace, EventId event);

    /** What is kept of an event. */
    Optional<Kept> find(WorkspaceId workspace, EventId event);

    /**
     * What stands.
     *
     * @param finished whether everything was carried out
     */
    record Kept(List<Verdict> verdicts, boolean finished) {
        public Kept {
            verdicts = List.copyOf(verdicts);
        }
    }
}
