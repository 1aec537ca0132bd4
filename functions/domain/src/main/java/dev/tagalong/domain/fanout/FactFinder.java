package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.Participants;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageKey;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.Subscriptions;
import dev.tagalong.domain.subscription.ThreadKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads, consistently and with few calls, what the plan of one activity is made from. */
public final class FactFinder {
    private final Records records;
    private final Participants participants;
    private final Directory directory;
    private final Connections connections;
    private final Subscriptions subscriptions;

    public FactFinder(
            Records records,
            Participants participants,
            Directory directory,
            Connections connections,
            Subscriptions subscriptions) {
        this.records = records;
        this.participants = participants;
        this.directory = directory;
        this.connections = connections;
        this.subscriptions = subscriptions;
    }

    /** The facts; absent if the conversation is gone. What does not rest on one another is read at the same time. */
    public Optional<Facts> find(Activity activity, Instant now) {
        var workspace = activity.workspace();
        var id = activity.conversation();
        try (var together = new Together()) {
            var memberships = together.start(() -> participants.of(workspace, id));
            var viewers = together.start(() -> connections.viewers(workspace, id));
            var snapshot = records.read(Lookup.in(workspace).conversation(id).messages(messages(activity)));
            var conversation = snapshot.conversation(id);
            if (conversation.isEmpty()) {
                return Optional.empty();
            }
            var thread = together.start(() -> thread(workspace, conversation.get()));
            var team = conversation.get().assignment().team();
            var members = team == null ? Set.<UserId>of() : Set.copyOf(directory.members(workspace, team));
            var near = new Near(
                    conversation.get(),
                    snapshot.messages().values().stream().findFirst().orElse(null),
                    memberships.get(),
                    thread.get(),
                    members,
                    viewers.get());
            return Optional.of(find(activity, near, now));
        }
    }

    /** Who subscribes to the thread of the conversation's department and customer. */
    private List<Subscription> thread(WorkspaceId workspace, Conversation conversation) {
        var department = conversation.origin().department();
        return department == null
                ? List.of()
                : subscriptions.of(
                        workspace,
                        new ThreadKey(department, conversation.origin().customer()));
    }

    private Facts find(Activity activity, Near near, Instant now) {
        var workspace = activity.workspace();
        var named = near.named(activity);
        try (var together = new Together()) {
            var sockets = together.start(() -> connections.of(workspace, named));
            var found = records.read(Lookup.in(workspace).users(named));
            return new Facts(
                    activity,
                    near.conversation(),
                    near.message(),
                    near.memberships().stream()
                            .collect(Collectors.toMap(
                                    membership -> membership.key().user(), Function.identity())),
                    near.subscriptions().stream().collect(Collectors.toMap(Subscription::user, Function.identity())),
                    near.team(),
                    near.viewers().stream().map(Connection::user).collect(Collectors.toUnmodifiableSet()),
                    sockets.get().stream().collect(Collectors.groupingBy(Connection::user)),
                    found.users(),
                    found.settings(),
                    now);
        }
    }

    private static List<MessageKey> messages(Activity activity) {
        var id = activity.message();
        return id == null ? List.of() : List.of(new MessageKey(activity.conversation(), id));
    }

    /** What stands around the conversation itself. */
    private record Near(
            Conversation conversation,
            @Nullable Message message,
            List<Membership> memberships,
            List<Subscription> subscriptions,
            Set<UserId> team,
            List<Connection> viewers) {
        Set<UserId> named(Activity activity) {
            var named = new HashSet<>(team);
            memberships.forEach(membership -> named.add(membership.key().user()));
            subscriptions.forEach(subscription -> named.add(subscription.user()));
            viewers.forEach(viewer -> named.add(viewer.user()));
            named.add(activity.actor());
            Optional.ofNullable(activity.target()).ifPresent(named::add);
            Optional.ofNullable(conversation.assignment().user()).ifPresent(named::add);
            if (message != null) {
                named.addAll(message.mentions());
            }
            return named;
        }
    }
}
