package dev.tagalong.domain.purge;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
import dev.tagalong.domain.subscription.Subscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends what tied an erased user to conversations and threads, each in one transaction with its count and its log. */
public final class Departures {
    private final Records records;
    private final Ledger ledger;
    private final Subscriptions subscriptions;
    private final Estate estate;
    private final Ids ids;

    public Departures(Records records, Ledger ledger, Subscriptions subscriptions, Estate estate, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.estate = estate;
        this.ids = ids;
    }

    /** Ends a membership, whatever has become of it since it was read. */
    Outcome<Membership> end(WorkspaceId workspace, Tombstone gone, Membership read, Instant now) {
        var key = read.key();
        Outcome<Membership> ended = Attempts.until(() -> {
            var found = records.read(
                    Lookup.in(workspace).conversation(key.conversation()).membership(key.conversation(), key.user()));
            var membership = found.membership(key.conversation(), key.user());
            return membership.isEmpty()
                    ? Optional.of(Outcome.done(read))
                    : Attempts.of(
                            ledger.commit(
                                    workspace,
                                    found.conversation(key.conversation())
                                            .map(conversation ->
                                                    leaving(workspace, gone, conversation, membership.get(), now))
                                            .orElseGet(
                                                    () -> List.of(new Write.SaveMembership(membership.get(), null)))),
                            () -> Outcome.done(read));
        });
        return ended.map(done -> {
            estate.removeMembership(workspace, key);
            return done;
        });
    }

    private List<Write> leaving(
            WorkspaceId workspace, Tombstone gone, Conversation conversation, Membership membership, Instant now) {
        boolean counts = membership.counts();
        var activity = new Activity(
                ids.event(),
                workspace,
                conversation.id(),
                counts ? ActivityType.FOLLOWER_REMOVED : ActivityType.MEMBERSHIP_CHANGED,
                gone.by(),
                gone.user(),
                null,
                counts ? Map.of() : Map.of("access", "removed"),
                now);
        var writes = new ArrayList<Write>();
        writes.add(new Write.SaveMembership(membership, null));
        if (counts) {
            writes.add(new Write.CountParticipant(conversation.id(), -1, Integer.MAX_VALUE, conversation.assignment()));
        }
        writes.add(new Write.RecordActivity(activity));
        return writes;
    }

    /** Ends a thread subscription, whatever has become of it since it was read. */
    Outcome<Subscription> end(WorkspaceId workspace, Tombstone gone, Subscription read) {
        return Attempts.until(() -> subscriptions
                .find(workspace, read.thread(), read.user())
                .map(found -> Attempts.of(
                        ledger.commit(
                                workspace,
                                List.of(new Write.ChangeSubscription(
                                        new SubscriptionChange(ids.event(), gone.by(), found, null)))),
                        () -> Outcome.done(read)))
                .orElseGet(() -> Optional.of(Outcome.done(read))));
    }
}
