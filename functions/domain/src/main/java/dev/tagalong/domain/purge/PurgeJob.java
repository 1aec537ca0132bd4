package dev.tagalong.domain.purge;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do about a deleted conversation.
 *
 * @param after the last event whose notices are taken away already; null for none
 * @param again whether this is the second look, for what was being written while the first one passed
 */
public record PurgeJob(
        WorkspaceId workspace,
        ConversationId conversation,
        @Nullable EventId after,
        boolean again) {

    /** All of it. */
    public static PurgeJob of(WorkspaceId workspace, ConversationId conversation) {
        return new PurgeJob(workspace, conversation, null, false);
    }

    /** The same, from behind that event on. */
    PurgeJob from(EventId event) {
        return new PurgeJob(workspace, conversation, event, again);
    }

    /** All of it once more. */
    PurgeJob secondLook() {
        return new PurgeJob(workspace, conversation, null, true);
    }
}
