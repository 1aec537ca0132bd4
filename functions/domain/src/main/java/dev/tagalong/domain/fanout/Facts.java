package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.AccessPolicy;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the plan of one activity is made from, as it was read just now.
 *
 * @param message what was posted; null if nothing was
 * @param memberships every membership of the conversation, by user
 * @param team who is in the assigned team
 * @param viewers whose sockets look at the conversation
 * @param sockets the open sockets of everybody named by any of these, by user
 * @param users everybody named by any of these, by id; who is missing was erased
 */
public record Facts(
        Activity activity,
        Conversation conversation,
        @Nullable Message message,
        Map<UserId, Membership> memberships,
        Set<UserId> team,
        Set<UserId> viewers,
        Map<UserId, List<Connection>> sockets,
        Map<UserId, User> users,
        WorkspaceSettings settings,
        Instant now) {
    public Facts {
        memberships = Map.copyOf(memberships);
        team = Set.copyOf(team);
        viewers = Set.copyOf(viewers);
        sockets = Map.copyOf(sockets);
        users = Map.copyOf(users);
    }

    /** Whether this user may see what the activity tells, at this moment. */
    boolean sees(UserId id) {
        var user = users.get(id);
        if (user == null || (isNote() && !user.isAgent())) {
            return false;
        }
        return AccessPolicy.reach(user, conversation.assignment(), memberships.get(id), settings)
                .atLeast(Reach.READ);
    }

    /**
     * Whether a reason still holds: who was told of as a follower and has left since hears nothing more, though they may
     * see it by their role.
     */
    boolean holds(UserId id, Reason reason) {
        var membership = memberships.get(id);
        return switch (reason) {
            case ADDED, FOLLOWER -> membership != null && membership.counts();
            case MENTION, ASSIGNED, SUBSCRIPTION -> true;
        };
    }

    /** The open sockets of a user. */
    List<Connection> socketsOf(UserId id) {
        return sockets.getOrDefault(id, List.of());
    }

    private boolean isNote() {
        return message != null && message.type() == MessageType.NOTE;
    }
}
