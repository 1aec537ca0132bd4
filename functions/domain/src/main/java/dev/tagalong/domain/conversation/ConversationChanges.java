package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.follow.AutoFollows;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes what agents change about a conversation: subject, status, priority, tags, and who works on it. Several changes at
 * once are one transaction with an activity for each, so all of them come true or none. Saying what is so already changes
 * nothing and logs nothing.
 */
public final class ConversationChanges {
    private final Records records;
    private final Ledger ledger;
    private final Directory directory;
    private final Conversations conversations;
    private final ChangeLog log;
    private final Parking parking;
    private final AutoFollows follows;

    public ConversationChanges(
            Records records, Ledger ledger, Directory directory, Conversations conversations, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.directory = directory;
        this.conversations = conversations;
        this.log = new ChangeLog(ids);
        this.parking = new Parking(records, ids);
        this.follows = new AutoFollows(records, ids);
    }

    /** Makes the changes. Whoever views by role may take what nobody has; everything else needs edit. */
    public Outcome<ConversationView> change(Caller caller, ConversationId id, ConversationEdit edit, Instant now) {
        return Attempts.<Conversation>until(() -> {
                    var lookup = Gate.lookup(caller, id);
                    var assigned = edit.user() == null ? null : edit.user().target();
                    var snapshot = records.read(
                            assigned == null ? lookup : lookup.user(assigned).membership(id, assigned));
                    var action = edit.isTakenBy(caller.user()) ? Action.TAKE : Action.EDIT;
                    return Attempts.then(
                            Gate.enter(caller, snapshot, id, action), entry -> change(caller, entry, edit, now));
                })
                .map(conversation -> conversations.view(caller, conversation));
    }

    private Optional<Outcome<Conversation>> change(Caller caller, Entry entry, ConversationEdit edit, Instant now) {
        var missing = missing(caller, entry, edit);
        if (missing.isPresent()) {
            return Optional.of(Outcome.refused(missing.get()));
        }
        var before = entry.conversation();
        var after = before.with(edit.apply(before.state()), edit.apply(before.assignment()), now);
        var activities = log.between(caller, before, after, now);
        if (activities.isEmpty()) {
            return Optional.of(Outcome.done(before));
        }
        var writes = new ArrayList<Write>();
        writes.add(new Write.UpdateConversation(before, after));
        activities.forEach(activity -> writes.add(new Write.RecordActivity(activity)));
        writes.addAll(parking(caller, entry, after.assignment(), now));
        return Attempts.sparing(ledger.commit(caller.workspace(), writes), () -> Outcome.done(after));
    }

    private Optional<Refusal> missing(Caller caller, Entry entry, ConversationEdit edit) {
        var user = edit.user() == null ? null : edit.user().target();
        if (user != null
                && entry.snapshot()
                        .user(user)
                        .filter(ConversationChanges::mayWork)
                        .isEmpty()) {
            return Optional.of(new Refusal.NotFound("user"));
        }
        var team = edit.team() == null ? null : edit.team().target();
        return team != null && directory.team(caller.workspace(), team).isEmpty()
                ? Optional.of(new Refusal.NotFound("team"))
                : Optional.empty();
    }

    private static boolean mayWork(User user) {
        return user.isAgent() && user.active();
    }

    private List<Write> parking(Caller caller, Entry entry, Assignment after, Instant now) {
        var previous = entry.conversation().assignment().user();
        var next = after.user();
        var writes = new ArrayList<Write>();
        if (!Objects.equals(previous, next)) {
            if (previous != null) {
                writes.addAll(parking.restore(caller.workspace(), entry, previous, now));
            }
            if (next != null) {
                var follow = follows.assigned(caller, entry, next, now);
                writes.addAll(follow.isEmpty() ? parking.park(caller.workspace(), entry, next, now) : follow);
            }
        }
        return writes;
    }
}
