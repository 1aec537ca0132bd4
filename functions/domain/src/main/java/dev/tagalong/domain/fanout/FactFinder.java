package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.Participants;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageKey;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads, consistently and with few calls, what the plan of one activity is made from. */
public final class FactFinder {
    private final Records records;
    private final Participants participants;
    private final Directory directory;
    private final MessageLog messages;
    private final Connections connections;

    public FactFinder(
            Records records,
            Participants participants,
            Directory directory,
            MessageLog messages,
            Connections connections) {
        this.records = records;
        this.participants = participants;
        this.directory = directory;
        this.messages = messages;
        this.connections = connections;
    }

    /** The facts; absent if the conversation is gone. */
    public Optional<Facts> find(Activity activity, Instant now) {
        var id = activity.conversation();
        return records.read(Lookup.in(activity.workspace()).conversation(id))
                .conversation(id)
                .map(conversation -> find(activity, conversation, now));
    }

    private Facts find(Activity activity, Conversation conversation, Instant now) {
        var workspace = activity.workspace();
        var memberships = participants.of(workspace, conversation.id()).stream()
                .collect(Collectors.toMap(membership -> membership.key().user(), membership -> membership));
        var team = conversation.assignment().team();
        var members = team == null ? Set.<UserId>of() : Set.copyOf(directory.members(workspace, team));
        var viewers = connections.viewers(workspace, conversation.id()).stream()
                .map(Connection::user)
                .collect(Collectors.toUnmodifiableSet());
        var message = message(activity);
        var named = named(activity, conversation, message, memberships);
        named.addAll(members);
        named.addAll(viewers);
        var found = records.read(Lookup.in(workspace).users(named));
        return new Facts(
                activity, conversation, message, memberships, members, viewers, found.users(), found.settings(), now);
    }

    private @Nullable Message message(Activity activity) {
        var id = activity.message();
        if (id == null) {
            return null;
        }
        var key = new MessageKey(activity.conversation(), id);
        return messages.find(activity.workspace(), Set.of(key)).get(id);
    }

    private static Set<UserId> named(
            Activity activity,
            Conversation conversation,
            @Nullable Message message,
            Map<UserId, Membership> memberships) {
        var named = new HashSet<>(memberships.keySet());
        named.add(activity.actor());
        var target = activity.target();
        if (target != null) {
            named.add(target);
        }
        var assignee = conversation.assignment().user();
        if (assignee != null) {
            named.add(assignee);
        }
        if (message != null) {
            named.addAll(message.mentions());
        }
        return named;
    }
}
