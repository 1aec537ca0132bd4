package dev.tagalong.domain.conversation;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a conversation.
 *
 * @param user null if no agent
 * @param team null if no team
 */
public record Assignment(@Nullable UserId user, @Nullable TeamId team) {
    /** Assigned to nobody, neither user nor team. */
    public static final Assignment NOBODY = new Assignment(null, null);

    public boolean isNobody() {
        return user == null && team == null;
    }

    /** The same with another agent, or none. */
    public Assignment withUser(@Nullable UserId other) {
        return new Assignment(other, team);
    }

    /** The same with another team, or none. */
    public Assignment withTeam(@Nullable TeamId other) {
        return new Assignment(user, other);
    }
}
