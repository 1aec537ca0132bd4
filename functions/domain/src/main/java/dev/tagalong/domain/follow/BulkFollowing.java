package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Makes or unmakes followers of many conversations at once. Each pair is what adding or removing one follower is, with a
 * transaction and a result of its own: none keeps another from being done, and a repetition changes only what is not done
 * yet. Conversations are worked on at the same time, the users of each in turn, since they are counted in one place.
 */
public final class BulkFollowing {
    /** How long pairs are begun. */
    public static final Duration TIME = Duration.ofSeconds(20);

    private final Records records;
    private final Ledger ledger;
    private final Ids ids;
    private final InstantSource clock;

    public BulkFollowing(Records records, Ledger ledger, Ids ids, InstantSource clock) {
        this.records = records;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Does it, or says what would come of it. Gives what came of each pair, by conversation and then by user in the order
     * given; refused as a whole only if the caller is nobody or may not manage any followers.
     */
    public Outcome<List<BulkItem>> run(Caller caller, BulkOrder order) {
        var end = clock.instant().plus(TIME);
        var snapshot = records.read(Lookup.in(caller.workspace()).user(caller.user()));
        return Gate.reader(caller, snapshot).map(actor -> items(caller, order, end));
    }

    private List<BulkItem> items(Caller caller, BulkOrder order, Instant end) {
        var used = order.dryRun() ? new Rehearsal(records) : ledger;
        var round = new Round(caller, order, new FollowerChanges(records, used, ids), end);
        return InParallel.map(order.conversations(), conversation -> items(round, conversation)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<BulkItem> items(Round round, ConversationId conversation) {
        return round.order().users().stream()
                .map(user -> new BulkItem(conversation, user, result(round, conversation, user)))
                .toList();
    }

    private BulkItem.Result result(Round round, ConversationId conversation, UserId user) {
        var now = clock.instant();
        if (!now.isBefore(round.end())) {
            return new BulkItem.Result.NotAttempted();
        }
        try {
            return switch (round.change(conversation, user, now)) {
                case Outcome.Done<Boolean> done ->
                    done.value() ? new BulkItem.Result.Changed() : new BulkItem.Result.Unchanged();
                case Outcome.Refused<Boolean> refused -> new BulkItem.Result.Refused(refused.refusal());
            };
        } catch (RuntimeException failed) {
            return new BulkItem.Result.Failed(failed);
        }
    }

    private record Round(Caller caller, BulkOrder order, FollowerChanges changes, Instant end) {
        Outcome<Boolean> change(ConversationId conversation, UserId user, Instant now) {
            return switch (order.action()) {
                case ADD -> changes.add(caller, conversation, user, now);
                case REMOVE -> changes.remove(caller, conversation, user, now);
            };
        }
    }
}
