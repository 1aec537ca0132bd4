package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.Membership;
import java.util.List;
import java.util.Optional;

/** Finds conversations. Thread-safe. */
public interface ConversationIndex {
    /**
     * All conversations of the workspace, in no order. May lag behind what was just written, so no access decision rests
     * on it.
     */
    List<Listing> all(WorkspaceId workspace);

    /** The memberships of a user, ended and parked ones too, consistent. */
    List<Membership> memberships(WorkspaceId workspace, UserId user);

    /** The conversation with that number, consistent. */
    Optional<ConversationId> byReference(WorkspaceId workspace, int reference);

    /** The conversation with that external id, consistent. */
    Optional<ConversationId> byExternalId(WorkspaceId workspace, String externalId);
}
