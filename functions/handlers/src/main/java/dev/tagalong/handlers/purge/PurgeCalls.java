package dev.tagalong.handlers.purge;

import dev.tagalong.domain.purge.PurgeJob;

/** Reads the jobs that the queue carries. */
public interface PurgeCalls {
    /** The job; throws IllegalArgumentException if the text is none. */
    PurgeJob read(String body);
}
