package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.Membership;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds conversations. Thread-safe. */
public interface ConversationIndex {
    /**
     * The conversations of those statuses, in no order. May lag behind what was just written, and one whose status changes
     * meanwhile may be missing or stand under the one before, so no access decision rests on it.
     */
    List<Listing> in(WorkspaceId workspace, Set<Status> statuses);

    /** The same of every status. */
    default List<Listing> all(WorkspaceId workspace) {
        return in(workspace, EnumSet.allOf(Status.class));
    }

    /** The memberships of a user, ended and parked ones too, consistent. */
    List<Membership> memberships(WorkspaceId workspace, UserId user);

    /** The conversation with that number, consistent. */
    Optional<ConversationId> byReference(WorkspaceId workspace, int reference);

    /** The conversation with that external id, consistent. */
    Optional<ConversationId> byExternalId(WorkspaceId workspace, String externalId);
}
