package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.AccessPolicy;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and unmakes followers, one at a time, and says whether that changed anything. Every call is idempotent. */
final class FollowerChanges {
    private final Records records;
    private final Ledger ledger;
    private final Ids ids;

    FollowerChanges(Records records, Ledger ledger, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.ids = ids;
    }

    /** Makes the caller a follower. The assignee stays as they are unless the workspace lets assignees follow. */
    Outcome<Boolean> follow(Caller caller, ConversationId conversation, Instant now) {
        return Attempts.until(() -> {
            var snapshot = records.read(Gate.lookup(caller, conversation));
            var entered = Gate.enter(caller, snapshot, conversation, Action.FOLLOW);
            return Attempts.then(entered, entry -> join(caller, entry, entry.actor(), entry.membership(), now));
        });
    }

    /** Makes an agent a follower; naming oneself is following. Contacts are not found, their own id neither. */
    Outcome<Boolean> add(Caller caller, ConversationId conversation, UserId target, Instant now) {
        var action = target.equals(caller.user()) ? Action.FOLLOW : Action.ADD_FOLLOWER_WHO_SEES;
        return Attempts.until(() -> {
            var snapshot =
                    records.read(Gate.lookup(caller, conversation).user(target).membership(conversation, target));
            var entered = Gate.enter(caller, snapshot, conversation, action);
            return Attempts.then(entered, entry -> add(caller, entry, target, now));
        });
    }

    private Optional<Outcome<Boolean>> add(Caller caller, Entry entry, UserId target, Instant now) {
        var user = entry.snapshot().user(target).filter(found -> found.active() && !found.isContact());
        if (user.isEmpty()) {
            return Optional.of(Outcome.refused(new Refusal.NotFound("user")));
        }
        if (user.get().isSystem()) {
            return Optional.of(Outcome.done(false));
        }
        var membership =
                entry.snapshot().membership(entry.conversation().id(), target).orElse(null);
        if (!sees(user.get(), entry, membership)
                && Gate.check(entry, Action.ADD_FOLLOWER) instanceof Outcome.Refused<Entry> refused) {
            return Optional.of(Outcome.refused(refused.refusal()));
        }
        return join(caller, entry, user.get(), membership, now);
    }

    static boolean sees(User user, Entry entry, @Nullable Membership membership) {
        return AccessPolicy.reach(
                        user,
                        entry.conversation().assignment(),
                        membership,
                        entry.snapshot().settings())
                .atLeast(Reach.READ);
    }

    private Optional<Outcome<Boolean>> join(
            Caller caller, Entry entry, User target, @Nullable Membership membership, Instant now) {
        if ((membership != null && membership.isListed()) || mayNotFollow(target, entry)) {
            return Optional.of(Outcome.done(false));
        }
        var change = new MembershipChange(caller.workspace(), entry, target.id(), membership, ids.event(), now);
        var writes = membership != null && membership.counts()
                ? change.restore(membership.terms())
                : change.join(Terms.DEFAULT, false);
        return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(true));
    }

    static boolean mayNotFollow(User target, Entry entry) {
        return target.id().equals(entry.conversation().assignment().user())
                && !entry.snapshot().settings().assigneeCanFollow();
    }

    /** Ends the caller's own membership, which is always allowed. */
    Outcome<Parting> unfollow(Caller caller, ConversationId conversation, Instant now) {
        return Attempts.until(() -> {
            var snapshot = records.read(Gate.lookup(caller, conversation));
            var entered = Gate.enter(caller, snapshot, conversation, Action.UNFOLLOW);
            return Attempts.then(entered, entry -> {
                boolean reads = entry.reach().atLeast(Reach.READ);
                return leave(caller, entry, caller.user(), entry.membership(), now)
                        .map(left -> left.map(ended -> new Parting(ended, reads)));
            });
        });
    }

    /**
     * What came of unfollowing.
     *
     * @param ended whether there was a membership to end
     * @param read whether the caller could read the conversation until then
     */
    record Parting(boolean ended, boolean read) {}

    /** Ends somebody else's membership; naming oneself is unfollowing. Nothing changes if they do not follow. */
    Outcome<Boolean> remove(Caller caller, ConversationId conversation, UserId target, Instant now) {
        if (target.equals(caller.user())) {
            return unfollow(caller, conversation, now).map(Parting::ended);
        }
        return Attempts.until(() -> {
            var snapshot =
                    records.read(Gate.lookup(caller, conversation).user(target).membership(conversation, target));
            var entered = Gate.enter(caller, snapshot, conversation, Action.REMOVE_FOLLOWER);
            return Attempts.then(entered, entry -> remove(caller, entry, target, now));
        });
    }

    private Optional<Outcome<Boolean>> remove(Caller caller, Entry entry, UserId target, Instant now) {
        if (entry.snapshot().user(target).filter(user -> !user.isContact()).isEmpty()) {
            return Optional.of(Outcome.refused(new Refusal.NotFound("user")));
        }
        var membership =
                entry.snapshot().membership(entry.conversation().id(), target).orElse(null);
        return leave(caller, entry, target, membership, now);
    }

    private Optional<Outcome<Boolean>> leave(
            Caller caller, Entry entry, UserId target, @Nullable Membership membership, Instant now) {
        if (membership == null || !membership.counts()) {
            return Optional.of(Outcome.done(false));
        }
        var change = new MembershipChange(caller.workspace(), entry, target, membership, ids.event(), now);
        return Attempts.of(ledger.commit(caller.workspace(), change.leave()), () -> Outcome.done(true));
    }
}
