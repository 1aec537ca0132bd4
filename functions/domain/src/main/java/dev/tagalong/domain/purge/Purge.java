package dev.tagalong.domain.purge;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Takes away what hung on a deleted conversation, an erased or deactivated user or a deleted team. The thing itself was gone
 * with the transaction that deleted it, so nobody sees how far this is. Being cut off loses nothing: what is gone needs no
 * further care, and what is not is found again.
 */
public final class Purge {
    /** How many things one step takes away at most, so that a worker may look at its time in between. */
    static final int STEP = 500;

    /** Longer than anything lives that had read the thing before it was deleted. */
    static final Duration SECOND_LOOK = Duration.ofMinutes(5);

    private final ThreadClearing threads;
    private final UserClearing users;
    private final TeamClearing teams;
    private final PurgeQueue queue;

    public Purge(ThreadClearing threads, UserClearing users, TeamClearing teams, PurgeQueue queue) {
        this.threads = threads;
        this.users = users;
        this.teams = teams;
        this.queue = queue;
    }

    /**
     * Does a job for as long as there is time, at least one step of it. What is left goes back to the queue; when nothing
     * is, the queue gets a second look for later. What is there as ever is left alone.
     */
    public void carryOut(PurgeJob job, BooleanSupplier hasTime) {
        var clearing = clearing(job);
        if (!clearing.isGone(job)) {
            return;
        }
        var left = clearing.step(job);
        while (left.isPresent() && hasTime.getAsBoolean()) {
            left = clearing.step(left.get());
        }
        if (left.isPresent()) {
            queue.schedule(left.get(), Duration.ZERO);
        } else if (!job.again()) {
            queue.schedule(job.secondLook(), SECOND_LOOK);
        }
    }

    private Clearing clearing(PurgeJob job) {
        return switch (job.subject()) {
            case PurgeJob.OfConversation thread -> threads;
            case PurgeJob.OfUser user -> users;
            case PurgeJob.OfTeam team -> teams;
        };
    }
}
