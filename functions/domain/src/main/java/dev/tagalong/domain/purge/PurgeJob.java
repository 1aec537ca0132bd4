package dev.tagalong.domain.purge;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do about something that was deleted, or somebody who was deactivated.
 *
 * @param after of a conversation, the last event whose notices are taken away already; null for none
 * @param again whether this is the second look, for what was being written while the first one passed
 */
public record PurgeJob(
        WorkspaceId workspace, Subject subject, @Nullable EventId after, boolean again) {

    /** What it was. */
    public sealed interface Subject {}

    /** A deleted conversation. */
    public record OfConversation(ConversationId id) implements Subject {}

    /** An erased or deactivated user. */
    public record OfUser(UserId id) implements Subject {}

    /** A deleted team. */
    public record OfTeam(TeamId id) implements Subject {}

    /** All of it. */
    public static PurgeJob of(WorkspaceId workspace, Subject subject) {
        return new PurgeJob(workspace, subject, null, false);
    }

    /** All of a conversation. */
    public static PurgeJob of(WorkspaceId workspace, ConversationId conversation) {
        return of(workspace, new OfConversation(conversation));
    }

    /** The same, from behind that event on. */
    PurgeJob from(EventId event) {
        return new PurgeJob(workspace, subject, event, again);
    }

    /** All of it once more. */
    PurgeJob secondLook() {
        return new PurgeJob(workspace, subject, null, true);
    }
}
