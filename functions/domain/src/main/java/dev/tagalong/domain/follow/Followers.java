package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import java.time.Instant;
import java.util.List;

/**
 * Following and unfollowing, for oneself and for others, as HelperIQ followers have it: every call is idempotent and
 * answers the refreshed list.
 */
public final class Followers {
    private final Records records;
    private final ParticipantList participants;
    private final FollowerChanges changes;

    public Followers(Records records, Ledger ledger, ParticipantList participants, Ids ids) {
        this.records = records;
        this.participants = participants;
        this.changes = new FollowerChanges(records, ledger, ids);
    }

    /** The followers, for whoever may read the conversation; none who joined after the reader's membership had ended. */
    public Outcome<List<User>> list(Caller caller, ConversationId conversation) {
        var snapshot = records.read(Gate.lookup(caller, conversation));
        return Gate.enter(caller, snapshot, conversation, Action.READ).map(entry -> listed(caller, entry));
    }

    private List<User> listed(Caller caller, Entry entry) {
        var conversation = entry.conversation().id();
        var end = entry.end();
        return end == null
                ? participants.of(caller.workspace(), conversation)
                : participants.until(end, caller.workspace(), conversation);
    }

    /** Makes the caller a follower. The assignee stays as they are unless the workspace lets assignees follow. */
    public Outcome<List<User>> follow(Caller caller, ConversationId conversation, Instant now) {
        return refreshed(changes.follow(caller, conversation, now), caller, conversation);
    }

    /** Makes an agent a follower; naming oneself is following. Contacts are not found, their own id neither. */
    public Outcome<List<User>> add(Caller caller, ConversationId conversation, UserId target, Instant now) {
        return refreshed(changes.add(caller, conversation, target, now), caller, conversation);
    }

    /**
     * Ends the caller's own membership. Always allowed: whoever ended it in this call gets the list, whoever had none and
     * may not read gets an empty one.
     */
    public Outcome<List<User>> unfollow(Caller caller, ConversationId conversation, Instant now) {
        return changes.unfollow(caller, conversation, now)
                .map(parting -> parting.ended() || parting.read()
                        ? participants.of(caller.workspace(), conversation)
                        : List.of());
    }

    /** Ends somebody else's membership; naming oneself is unfollowing. Nothing changes if they do not follow. */
    public Outcome<List<User>> remove(Caller caller, ConversationId conversation, UserId target, Instant now) {
        return target.equals(caller.user())
                ? unfollow(caller, conversation, now)
                : refreshed(changes.remove(caller, conversation, target, now), caller, conversation);
    }

    private Outcome<List<User>> refreshed(Outcome<Boolean> changed, Caller caller, ConversationId conversation) {
        return changed.map(done -> participants.of(caller.workspace(), conversation));
    }
}
