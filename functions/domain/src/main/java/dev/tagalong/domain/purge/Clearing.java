package dev.tagalong.domain.purge;

import java.util.Optional;

/** How what one kind of thing leaves behind is taken away: in steps that may each be cut off and repeated. */
interface Clearing {
    /** Whether the thing is gone indeed; what is not is left alone. */
    boolean isGone(PurgeJob job);

    /** One step; gives what is left to do, nothing if that is all. */
    Optional<PurgeJob> step(PurgeJob job);
}
