package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.AccessPolicy;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
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
 * @param subscriptions those to the thread of its department and customer, by user; none without a department
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
        Map<UserId, Subscription> subscriptions,
        Set<UserId> team,
        Set<UserId> viewers,
        Map<UserId, List<Connection>> sockets,
        Map<UserId, User> users,
        WorkspaceSettings settings,
        Instant now) {
    public Facts {
        memberships = Map.copyOf(memberships);
        subscriptions = Map.copyOf(subscriptions);
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
     * Whether a reason still holds: who was told of as a follower and has left since, or subscribes no more, hears nothing
     * more, though they may see it by their role.
     */
    boolean holds(UserId id, Reason reason) {
        var membership = memberships.get(id);
        return switch (reason) {
            case ADDED, FOLLOWER -> membership != null && membership.counts();
            case SUBSCRIPTION -> subscribes(id);
            case MENTION, ASSIGNED -> true;
        };
    }

    /** The open sockets of a user. */
    List<Connection> socketsOf(UserId id) {
        return sockets.getOrDefault(id, List.of());
    }

    /** What the activity is to the thread's subscribers; null if they never hear of such a thing. */
    @Nullable
    ThreadEvent threadEvent() {
        if (message != null && activity.type() == ActivityType.MESSAGE_POSTED) {
            return isNote() ? ThreadEvent.INTERNAL_NOTE : ThreadEvent.REPLY;
        }
        return ThreadEvent.ofChange(activity.type()).orElse(null);
    }

    /** Whether this user's subscription is to such an activity: by whom it was done, and what it was. */
    boolean subscribes(UserId id) {
        var subscription = subscriptions.get(id);
        var event = threadEvent();
        return subscription != null
                && event != null
                && subscription.hears(ThreadCategory.of(users.get(activity.actor())), event);
    }

    private boolean isNote() {
        return message != null && message.type() == MessageType.NOTE;
    }
}
