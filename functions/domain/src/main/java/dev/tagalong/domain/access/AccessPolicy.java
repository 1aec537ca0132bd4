package dev.tagalong.domain.access;

import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides who may do what with a conversation. Access is the stronger of role and follow grant: see
 * docs/access.md for the whole table, and the public pages of HelperIQ followers, Qiscus ticket followers and TalkJS
 * participants for where the rules come from. Pure.
 */
public final class AccessPolicy {
    private AccessPolicy() {}

    /** How far a user reaches, by role or by membership, whichever goes further. Nobody inactive reaches anything. */
    public static Reach reach(
            User user, Assignment assignment, @Nullable Membership membership, WorkspaceSettings settings) {
        var byRole = byRole(user, assignment);
        var byFollow = byFollow(user, membership, settings);
        return byRole.atLeast(byFollow) ? byRole : byFollow;
    }

    /** How far a user's role alone reaches. */
    public static Reach byRole(User user, Assignment assignment) {
        if (!user.active() || !user.isAgent()) {
            return Reach.NOTHING;
        }
        if (user.hasRole(Role.SUPERVISOR) || isAssigned(user, assignment)) {
            return Reach.EDIT;
        }
        return assignment.isNobody() ? Reach.VIEW : Reach.NOTHING;
    }

    private static boolean isAssigned(User user, Assignment assignment) {
        var team = assignment.team();
        return user.id().equals(assignment.user())
                || (team != null && user.teams().contains(team));
    }

    private static Reach byFollow(User user, @Nullable Membership membership, WorkspaceSettings settings) {
        if (!user.active() || user.isSystem() || !settings.followGrantsAccess()) {
            return Reach.NOTHING;
        }
        if (membership == null || !membership.follows()) {
            return Reach.NOTHING;
        }
        return switch (membership.access()) {
            case NONE -> Reach.HISTORY;
            case READ -> Reach.READ;
            case READ_WRITE -> Reach.WRITE;
        };
    }

    /** Whether somebody who reaches that far may do it. */
    public static Decision decide(User user, Reach reach, Action action) {
        if (reach == Reach.NOTHING) {
            return action == Action.UNFOLLOW ? Decision.ALLOWED : Decision.NOT_FOUND;
        }
        return switch (action) {
            case READ, UNFOLLOW -> Decision.ALLOWED;
            case FOLLOW, MUTE -> reach.atLeast(Reach.READ) ? Decision.ALLOWED : Decision.NOT_FOUND;
            case READ_LOG -> allow(user.isAgent() && reach.atLeast(Reach.READ));
            case POST_NOTE -> allow(user.isAgent() && reach.atLeast(Reach.WRITE));
            case POST_INCOMING -> allow(user.isContact() && reach.atLeast(Reach.WRITE));
            case ADD_FOLLOWER_WHO_SEES, TAKE -> allow(reach.atLeast(Reach.VIEW));
            case ADD_FOLLOWER, REMOVE_FOLLOWER, CHANGE_FOLLOWER, POST_AS_CUSTOMER, REPLY, EDIT ->
                allow(reach == Reach.EDIT);
            case DELETE -> allow(reach == Reach.EDIT && user.hasRole(Role.SUPERVISOR));
        };
    }

    private static Decision allow(boolean allowed) {
        return allowed ? Decision.ALLOWED : Decision.FORBIDDEN;
    }
}
