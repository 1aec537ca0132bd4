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
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Joining, changing and leaving, as TalkJS participants have it: agents and contacts, each on terms of their own. Every
 * call is idempotent and answers whether it changed anything.
 *
 * <p>Whoever edits the conversation manages everybody. Others manage themselves only: they may lower their own access
 * and choose their notices, and raise their access only where their role lets them view anyway. Who views by role may
 * also bring in people who see the conversation already.
 */
public final class Memberships {
    private final Records records;
    private final Ledger ledger;
    private final Seats seats;
    private final Ids ids;

    public Memberships(Records records, Ledger ledger, Seats seats, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.seats = seats;
        this.ids = ids;
    }

    /**
     * Makes somebody a participant on these terms, whatever theirs were. The assignee's place is kept for when they are
     * assigned no longer, unless the workspace lets assignees follow; the System user never is a participant.
     */
    public Outcome<Boolean> join(Caller caller, Seat seat, Terms terms, Instant now) {
        return at(caller, seat, (conversation, user) -> {
            var action = caller.user().equals(user) ? Action.FOLLOW : Action.ADD_FOLLOWER_WHO_SEES;
            var entered = enter(caller, conversation, user, action);
            return Attempts.then(entered, place -> join(place, terms, now));
        });
    }

    private Optional<Outcome<Boolean>> join(Place place, Terms terms, Instant now) {
        if (!place.target().active()) {
            return refused(new Refusal.NotFound("user"));
        }
        if (place.target().isSystem()) {
            return unchanged();
        }
        var before = place.membership();
        if (before != null && before.counts()) {
            return joinAgain(place, before, terms, now);
        }
        if (!place.isOwn()
                && !place.targetSees()
                && Gate.check(place.entry(), Action.ADD_FOLLOWER) instanceof Outcome.Refused<Entry> no) {
            return refused(no.refusal());
        }
        return commit(place, place.change(ids, now).join(terms, place.parks()));
    }

    /** A follow that was set aside is taken up if the workspace lets assignees follow by now. */
    private Optional<Outcome<Boolean>> joinAgain(Place place, Membership before, Terms terms, Instant now) {
        boolean restored = before.parked() && !place.parks();
        boolean same = before.terms().equals(terms);
        if (same && !restored) {
            return unchanged();
        }
        var may = same ? Outcome.done(place.entry()) : mayChange(place, before, terms);
        return Attempts.then(may, entry -> {
            var change = place.change(ids, now);
            return commit(place, restored ? change.restore(terms) : change.change(terms));
        });
    }

    /** Changes some terms of somebody who has joined; access None ends it, while what was said until then stays readable. */
    public Outcome<Boolean> change(
            Caller caller, Seat seat, TermsChange change, @Nullable TalkJsVersion version, Instant now) {
        return at(caller, seat, (conversation, user) -> {
            var action = caller.user().equals(user) ? Action.READ : Action.CHANGE_FOLLOWER;
            var entered = enter(caller, conversation, user, action);
            return Attempts.then(entered, place -> change(place, change, version, now));
        });
    }

    private Optional<Outcome<Boolean>> change(
            Place place, TermsChange change, @Nullable TalkJsVersion asked, Instant now) {
        if (change.access() == FollowAccess.NONE && place.version(asked) == TalkJsVersion.INITIAL) {
            return refused(new Refusal.Invalid("access", "takes None since version 2021-07-30"));
        }
        var before = place.membership();
        if (before == null || !before.follows()) {
            return refused(new Refusal.NotFound("participant"));
        }
        var terms = change.of(before.terms());
        return terms.equals(before.terms())
                ? unchanged()
                : Attempts.then(mayChange(place, before, terms), may -> change(place, before, terms, now));
    }

    private Optional<Outcome<Boolean>> change(Place place, Membership before, Terms terms, Instant now) {
        var change = place.change(ids, now);
        boolean counts = terms.access() != FollowAccess.NONE;
        if (before.counts() == counts) {
            return commit(place, change.change(terms));
        }
        if (!counts) {
            return commit(place, change.end(terms.notices()));
        }
        return place.target().active()
                ? commit(place, change.join(terms, place.parks()))
                : refused(new Refusal.NotFound("user"));
    }

    private static Outcome<Entry> mayChange(Place place, Membership before, Terms terms) {
        if (!place.isOwn()) {
            return Gate.check(place.entry(), Action.CHANGE_FOLLOWER);
        }
        return terms.exceed(before.terms()) && !place.actorViewsByRole()
                ? Outcome.refused(new Refusal.Forbidden("you may not raise your own access"))
                : Outcome.done(place.entry());
    }

    /**
     * Ends somebody's participation; nothing changes if there is none. Ending one's own is always allowed.
     *
     * @param version null for the workspace's: until 2021-01-01 what was said so far stays readable, later it does not
     */
    public Outcome<Boolean> leave(Caller caller, Seat seat, @Nullable TalkJsVersion version, Instant now) {
        return at(caller, seat, (conversation, user) -> {
            var action = caller.user().equals(user) ? Action.UNFOLLOW : Action.REMOVE_FOLLOWER;
            var entered = enter(caller, conversation, user, action);
            return Attempts.then(entered, place -> leave(place, version, now));
        });
    }

    private Optional<Outcome<Boolean>> leave(Place place, @Nullable TalkJsVersion asked, Instant now) {
        var before = place.membership();
        if (before == null || !before.follows()) {
            return unchanged();
        }
        var change = place.change(ids, now);
        if (place.version(asked) == TalkJsVersion.NONE_ADDED) {
            return commit(place, change.leave());
        }
        return before.counts() ? commit(place, change.end(before.notices())) : unchanged();
    }

    private Outcome<Boolean> at(
            Caller caller,
            Seat seat,
            BiFunction<ConversationId, @Nullable UserId, Optional<Outcome<Boolean>>> attempt) {
        return seats.conversation(caller, seat.conversation()).then(conversation -> {
            var user = seats.user(caller.workspace(), seat.user()).orElse(null);
            return Attempts.until(() -> attempt.apply(conversation, user));
        });
    }

    /** Whoever may not do it hears so before hearing that there is no such user. */
    private Outcome<Place> enter(Caller caller, ConversationId conversation, @Nullable UserId user, Action action) {
        var lookup = Gate.lookup(caller, conversation);
        var snapshot = records.read(user == null ? lookup : lookup.user(user).membership(conversation, user));
        return Gate.enter(caller, snapshot, conversation, action)
                .then(entry -> Optional.ofNullable(user)
                        .flatMap(snapshot::user)
                        .map(target -> Outcome.done(Place.of(caller, entry, target)))
                        .orElseGet(() -> Outcome.refused(new Refusal.NotFound("user"))));
    }

    private Optional<Outcome<Boolean>> commit(Place place, List<Write> writes) {
        return Attempts.of(ledger.commit(place.caller().workspace(), writes), () -> Outcome.done(true));
    }

    private static Optional<Outcome<Boolean>> unchanged() {
        return Optional.of(Outcome.done(false));
    }

    private static Optional<Outcome<Boolean>> refused(Refusal refusal) {
        return Optional.of(Outcome.refused(refusal));
    }

    /**
     * Who acts, and on whom.
     *
     * @param membership of the target; null if there is none
     */
    private record Place(
            Caller caller,
            Entry entry,
            User target,
            @Nullable Membership membership) {
        static Place of(Caller caller, Entry entry, User target) {
            var membership = entry.snapshot().membership(entry.conversation().id(), target.id());
            return new Place(caller, entry, target, membership.orElse(null));
        }

        boolean isOwn() {
            return target.id().equals(entry.actor().id());
        }

        boolean actorViewsByRole() {
            return AccessPolicy.byRole(entry.actor(), entry.conversation().assignment())
                    .atLeast(Reach.VIEW);
        }

        boolean targetSees() {
            return FollowerChanges.sees(target, entry, membership);
        }

        boolean parks() {
            return FollowerChanges.mayNotFollow(target, entry);
        }

        TalkJsVersion version(@Nullable TalkJsVersion asked) {
            return asked != null ? asked : entry.snapshot().settings().talkjsVersion();
        }

        MembershipChange change(Ids ids, Instant now) {
            return new MembershipChange(caller.workspace(), entry, target.id(), membership, ids.event(), now);
        }
    }
}
