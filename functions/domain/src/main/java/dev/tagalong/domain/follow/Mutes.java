package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Silences one conversation for oneself, for a time. Whoever sees it may, follower or not: somebody who is told as the
 * assignee, or because they were mentioned, has as good a reason. A mute grants nothing, counts for no limit and is shown to
 * nobody; it is written into no log, since nobody else is to know of it. It outlives leaving.
 */
public final class Mutes {
    /** How far ahead a mute may end, for whoever means for good. */
    public static final Duration LONGEST = Duration.ofDays(36_525);

    private final Records records;
    private final Ledger ledger;
    private final Ids ids;

    public Mutes(Records records, Ledger ledger, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.ids = ids;
    }

    /**
     * Mutes the conversation for the caller, or ends that; gives until when it is muted.
     *
     * @param until to the millisecond, in the future and no further than {@link #LONGEST}; null to be told again
     */
    public Outcome<Optional<Instant>> mute(
            Caller caller, ConversationId conversation, @Nullable Instant until, Instant now) {
        if (until != null && !until.isAfter(now)) {
            return Outcome.refused(new Refusal.Invalid("until", "must be in the future"));
        }
        if (until != null && until.isAfter(now.plus(LONGEST))) {
            return Outcome.refused(new Refusal.Invalid("until", "must be within the next hundred years"));
        }
        return Attempts.until(() -> {
            var snapshot = records.read(Gate.lookup(caller, conversation));
            var entered = Gate.enter(caller, snapshot, conversation, Action.MUTE);
            return Attempts.then(entered, entry -> mute(caller, entry, until, now));
        });
    }

    private Optional<Outcome<Optional<Instant>>> mute(
            Caller caller, Entry entry, @Nullable Instant until, Instant now) {
        var before = entry.membership();
        if (Objects.equals(until, before == null ? null : before.mutedUntil())) {
            return Optional.of(Outcome.done(Optional.ofNullable(until)));
        }
        var writes = writes(entry, after(caller, entry, until, now));
        return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(Optional.ofNullable(until)));
    }

    /** Null where nothing but the mute kept it. */
    private @Nullable Membership after(Caller caller, Entry entry, @Nullable Instant until, Instant now) {
        var before = entry.membership();
        if (before == null || (until == null && !before.follows())) {
            var key = new MembershipKey(entry.conversation().id(), caller.user());
            return until == null ? null : Membership.muted(key, until, now, ids.event());
        }
        return before.withMute(until, ids.event());
    }

    private static List<Write> writes(Entry entry, @Nullable Membership after) {
        var conversation = entry.conversation();
        var limit = entry.snapshot().settings().participantLimit();
        var writes = new ArrayList<Write>();
        writes.add(new Write.SaveMembership(entry.membership(), after));
        writes.add(new Write.CountParticipant(conversation.id(), 0, limit, conversation.assignment()));
        return writes;
    }
}
