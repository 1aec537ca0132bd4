package dev.tagalong.domain.purge;

import java.time.Duration;

/** Where jobs wait, each until it was done. Thread-safe. */
public interface PurgeQueue {
    /** Has the job done after that delay, 0 to 15 minutes. Calling twice does no harm. */
    void schedule(PurgeJob job, Duration delay);
}
