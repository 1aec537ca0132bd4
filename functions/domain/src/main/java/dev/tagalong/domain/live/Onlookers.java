package dev.tagalong.domain.live;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.AccessPolicy;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds who has a ticket open and may read it now, with two calls to the store. */
public final class Onlookers {
    private static final int MOST = 50;

    private final Records records;
    private final Connections connections;

    public Onlookers(Records records, Connections connections) {
        this.records = records;
        this.connections = connections;
    }

    /**
     * Those who may read a conversation now.
     *
     * @param sockets that look at it, at most 50
     * @param users whose they are, and those who were asked for besides
     */
    record Found(List<Connection> sockets, Map<UserId, User> users) {
        /** The sockets of such users. */
        List<Connection> sockets(Predicate<User> whose) {
            return sockets.stream()
                    .filter(socket -> whose.test(users.get(socket.user())))
                    .toList();
        }

        /** Each user once, in the order of their sockets. */
        List<User> viewers() {
            return sockets.stream()
                    .map(Connection::user)
                    .distinct()
                    .map(users::get)
                    .toList();
        }
    }

    /** Finds them, and these users too if they may read it. */
    Found of(WorkspaceId workspace, ConversationId conversation, Set<UserId> besides) {
        var sockets = connections.viewers(workspace, conversation).stream()
                .limit(MOST)
                .toList();
        var ids = new HashSet<>(besides);
        sockets.forEach(socket -> ids.add(socket.user()));
        var snapshot = records.read(Lookup.in(workspace)
                .conversation(conversation)
                .users(ids)
                .memberships(ids.stream()
                        .map(user -> new MembershipKey(conversation, user))
                        .toList()));
        var readers = snapshot.conversation(conversation)
                .map(found -> readers(snapshot, found, ids))
                .orElse(Map.of());
        return new Found(
                sockets.stream()
                        .filter(socket -> readers.containsKey(socket.user()))
                        .toList(),
                readers);
    }

    private static Map<UserId, User> readers(Snapshot snapshot, Conversation conversation, Set<UserId> ids) {
        return ids.stream()
                .flatMap(id -> snapshot.user(id).stream())
                .filter(user -> reach(snapshot, conversation, user).atLeast(Reach.READ))
                .collect(Collectors.toUnmodifiableMap(User::id, Function.identity()));
    }

    private static Reach reach(Snapshot snapshot, Conversation conversation, User user) {
        var membership = snapshot.membership(conversation.id(), user.id()).orElse(null);
        return AccessPolicy.reach(user, conversation.assignment(), membership, snapshot.settings());
    }
}
