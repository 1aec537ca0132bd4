package dev.tagalong.domain.subscription;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the entries of one request in turn. Not thread-safe. */
final class Round {
    private static final int MOST_TRIES = 8;

    private final Room room;
    private final ThreadSight sight;
    private final Ledger ledger;
    private final Subscriptions subscriptions;
    private final Ids ids;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    Round(Room room, ThreadSight sight, Ledger ledger, Subscriptions subscriptions, Ids ids) {
        this.room = room;
        this.sight = sight;
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.ids = ids;
    }

    Report report() {
        return new Report(faults, warnings);
    }

    void take(SubscriptionEntry entry) {
        switch (entry) {
            case SubscriptionEntry.Unreadable unreadable -> fault(entry, unreadable.code(), unreadable.problem());
            case SubscriptionEntry.Wish wish -> take(wish);
        }
    }

    private void take(SubscriptionEntry.Wish entry) {
        if (!room.managesAll() && !entry.user().equals(room.actor().uuid())) {
            fault(entry, Fault.Code.FORBIDDEN, "you may change nobody's subscription but your own");
            return;
        }
        var user = room.user(entry.user());
        if (user == null || user.isSystem()) {
            fault(entry, Fault.Code.USER_NOT_FOUND, "there is no user " + entry.user());
        } else if (user.type() != entry.type()) {
            fault(entry, Fault.Code.USER_TYPE_MISMATCH, "user " + entry.user() + " is of another type");
        } else if (!entry.named().stream().allMatch(Topic::exists)) {
            fault(entry, Fault.Code.NOT_EXTERNAL, "EXTERNAL is for REPLY only");
        } else if (user.isContact() && entry.named().stream().anyMatch(topic -> topic.type() == ThreadType.INTERNAL)) {
            fault(entry, Fault.Code.NOT_FOR_CONTACTS, "INTERNAL is for users only");
        } else {
            change(entry, user);
        }
    }

    private void change(SubscriptionEntry.Wish entry, User user) {
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            var before = subscriptions
                    .find(room.caller().workspace(), room.thread(), user.id())
                    .orElse(null);
            Set<Topic> had = before == null ? Set.of() : before.topics();
            var has = entry.outcome(had);
            var commit = has.equals(had) ? new Commit.Committed() : commit(user, before, has);
            if (!(commit instanceof Commit.Stale)) {
                settle(entry, user, has, commit);
                return;
            }
        }
        fault(entry, Fault.Code.BUSY, Commit.refusal(new Commit.Stale()).message());
    }

    private Commit commit(User user, @Nullable Subscription before, Set<Topic> has) {
        var id = ids.event();
        var after = has.isEmpty() ? null : new Subscription(room.thread(), user.id(), has, id);
        var change = new SubscriptionChange(id, room.actor().id(), before, after);
        return ledger.commit(room.caller().workspace(), List.of(new Write.ChangeSubscription(change)));
    }

    private void settle(SubscriptionEntry.Wish entry, User user, Set<Topic> has, Commit commit) {
        switch (commit) {
            case Commit.Committed done -> warn(entry, user, has);
            case Commit.LimitReached full ->
                fault(
                        entry,
                        Fault.Code.SUBSCRIBER_LIMIT,
                        "the thread has its limit of " + full.limit() + " subscribers");
            case Commit.Busy busy ->
                fault(entry, Fault.Code.BUSY, Commit.refusal(busy).message());
            case Commit.Stale stale -> throw new IllegalStateException("a stale commit is tried again");
            case Commit.Taken taken -> throw new IllegalStateException("no name is taken by a subscription");
        }
    }

    private void warn(SubscriptionEntry.Wish entry, User user, Set<Topic> has) {
        if (entry.contradicts(has)) {
            warn(entry, Warning.Code.EVENTS_IGNORED, "events is not what comes of addedEvents and revokedEvents");
        }
        if (!has.isEmpty() && !sight.reaches(user)) {
            warn(entry, Warning.Code.NO_ACCESS, "user " + entry.user() + " sees no conversation of the thread yet");
        }
    }

    private void fault(SubscriptionEntry entry, Fault.Code code, String problem) {
        faults.add(new Fault(code, entry.place() + ": " + problem, ids.random()));
    }

    private void warn(SubscriptionEntry entry, Warning.Code code, String what) {
        warnings.add(new Warning(code, entry.place() + ": " + what));
    }
}
