package dev.tagalong.domain.access;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has passed the gate to a conversation, and what was read on the way.
 *
 * @param membership the actor's own; null if there is none
 */
public record Entry(
        User actor, Conversation conversation, @Nullable Membership membership, Reach reach, Snapshot snapshot) {

    /** Whether it is only by following that the actor reaches that far. */
    public boolean isByFollow() {
        return !AccessPolicy.byRole(actor, conversation.assignment()).atLeast(reach);
    }

    /** The activity after which nothing is for the actor's eyes; null if they see what is there now. */
    public @Nullable EventId end() {
        var ending = reach.ending(membership);
        return ending == null ? null : ending.by();
    }

    /** The conversation as the actor is shown it: as it is, or as it was when their access became None. */
    public Conversation shown() {
        var ending = reach.ending(membership);
        return ending == null ? conversation : ending.of(conversation);
    }
}
