package dev.tagalong.domain.purge;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.fanout.Verdicts;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Clears what hung on a deleted conversation: messages, memberships, who looks at it, inbox rows, waiting mail and verdicts.
 * Only the log stays.
 */
public final class ThreadClearing implements Clearing {
    private final Records records;
    private final Remains remains;
    private final Verdicts verdicts;

    public ThreadClearing(Records records, Remains remains, Verdicts verdicts) {
        this.records = records;
        this.remains = remains;
        this.verdicts = verdicts;
    }

    private static ConversationId conversation(PurgeJob job) {
        return ((PurgeJob.OfConversation) job.subject()).id();
    }

    @Override
    public boolean isGone(PurgeJob job) {
        var id = conversation(job);
        return records.read(Lookup.in(job.workspace()).conversation(id))
                .conversation(id)
                .isEmpty();
    }

    @Override
    public Optional<PurgeJob> step(PurgeJob job) {
        var id = conversation(job);
        if (job.after() == null && remains.removeThread(job.workspace(), id, Purge.STEP)) {
            return Optional.of(job);
        }
        var events = remains.events(job.workspace(), id, job.after(), Purge.STEP);
        InParallel.map(events, event -> removeNotices(job, id, event));
        return events.size() < Purge.STEP ? Optional.empty() : Optional.of(job.from(events.getLast()));
    }

    /** The verdicts of an event go last, so where there are none there is nothing left to take away. */
    private EventId removeNotices(PurgeJob job, ConversationId id, EventId event) {
        verdicts.find(job.workspace(), event).ifPresent(kept -> {
            var told =
                    kept.stream().filter(Verdict::notified).map(Verdict::user).collect(Collectors.toUnmodifiableSet());
            remains.removeNotices(job.workspace(), id, event, told);
        });
        return event;
    }
}
