package dev.tagalong.domain.purge;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.fanout.Verdicts;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Takes away what hung on a deleted conversation: messages, memberships, who looks at it, inbox rows, waiting mail and
 * verdicts. The conversation itself was gone with the transaction that deleted it, so nobody sees how far this is. Only the
 * log stays. Being cut off loses nothing: what is gone needs no further care, and what is not is found again.
 */
public final class Purge {
    /** How many things one step takes away at most, so that a worker may look at its time in between. */
    static final int STEP = 500;

    /** Longer than anything lives that had read the conversation before it was deleted. */
    static final Duration SECOND_LOOK = Duration.ofMinutes(5);

    private final Records records;
    private final Remains remains;
    private final Verdicts verdicts;
    private final PurgeQueue queue;

    public Purge(Records records, Remains remains, Verdicts verdicts, PurgeQueue queue) {
        this.records = records;
        this.remains = remains;
        this.verdicts = verdicts;
        this.queue = queue;
    }

    /**
     * Does a job for as long as there is time, at least one step of it. What is left goes back to the queue; when nothing
     * is, the queue gets a second look for later. A conversation that was not deleted is left alone.
     */
    public void carryOut(PurgeJob job, BooleanSupplier hasTime) {
        if (exists(job)) {
            return;
        }
        var left = step(job);
        while (left.isPresent() && hasTime.getAsBoolean()) {
            left = step(left.get());
        }
        if (left.isPresent()) {
            queue.schedule(left.get(), Duration.ZERO);
        } else if (!job.again()) {
            queue.schedule(job.secondLook(), SECOND_LOOK);
        }
    }

    private boolean exists(PurgeJob job) {
        return records.read(Lookup.in(job.workspace()).conversation(job.conversation()))
                .conversation(job.conversation())
                .isPresent();
    }

    /** One step; gives what is left to do. */
    private Optional<PurgeJob> step(PurgeJob job) {
        if (job.after() == null && remains.removeThread(job.workspace(), job.conversation(), STEP)) {
            return Optional.of(job);
        }
        var events = remains.events(job.workspace(), job.conversation(), job.after(), STEP);
        InParallel.map(events, event -> removeNotices(job, event));
        return events.size() < STEP ? Optional.empty() : Optional.of(job.from(events.getLast()));
    }

    /** The verdicts of an event go last, so where there are none there is nothing left to take away. */
    private EventId removeNotices(PurgeJob job, EventId event) {
        verdicts.find(job.workspace(), event).ifPresent(kept -> {
            var told =
                    kept.stream().filter(Verdict::notified).map(Verdict::user).collect(Collectors.toUnmodifiableSet());
            remains.removeNotices(job.workspace(), job.conversation(), event, told);
        });
        return event;
    }
}
