package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.ChangedField;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.live.Frame;
import dev.tagalong.domain.live.FrameWriter;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Wording;
import dev.tagalong.domain.people.User;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends the frames of an activity: the one that the audience gets, and each recipient's own notification. */
public final class Broadcast {
    private final Connections connections;
    private final Sockets sockets;
    private final FrameWriter writer;

    public Broadcast(Connections connections, Sockets sockets, FrameWriter writer) {
        this.connections = connections;
        this.sockets = sockets;
        this.writer = writer;
    }

    /**
     * Sends everything; sockets that are gone are forgotten, slow ones closed. Verdicts may be of an earlier try: who has
     * lost access since then gets no frame.
     */
    void send(Facts facts, Set<UserId> audience, List<Verdict> told, List<Notification> stored) {
        var users = new HashSet<>(audience);
        told.forEach(verdict -> users.add(verdict.user()));
        var open = connections.of(facts.activity().workspace(), users).stream()
                .collect(Collectors.groupingBy(Connection::user));
        frame(facts).ifPresent(frame -> {
            var reached = audience.stream()
                    .flatMap(user -> open.getOrDefault(user, List.of()).stream())
                    .toList();
            post(facts, reached, frame);
        });
        var toasted = told.stream()
                .filter(verdict -> verdict.channels().toast())
                .map(Verdict::user)
                .filter(facts::sees)
                .collect(Collectors.toUnmodifiableSet());
        InParallel.map(
                stored.stream().filter(row -> toasted.contains(row.recipient())).toList(), row -> {
                    post(facts, open.getOrDefault(row.recipient(), List.of()), notification(facts, row));
                    return row;
                });
    }

    private static Frame notification(Facts facts, Notification row) {
        var actor = facts.users().get(row.actor());
        return new Frame.NewNotification(row, Wording.of(row.kind(), actor, facts.conversation(), facts.message()));
    }

    private static Optional<Frame> frame(Facts facts) {
        return switch (facts.activity().type()) {
            case MESSAGE_POSTED -> message(facts);
            case FOLLOWED, UNFOLLOWED, FOLLOWER_ADDED, FOLLOWER_REMOVED, FOLLOW_PARKED, FOLLOW_RESTORED ->
                Optional.of(new Frame.ParticipantsUpdate(facts.conversation(), participants(facts)));
            case STATUS_CHANGED -> changed(facts, ChangedField.STATUS);
            case PRIORITY_CHANGED -> changed(facts, ChangedField.PRIORITY);
            case TAGS_CHANGED -> changed(facts, ChangedField.TAGS);
            case SUBJECT_CHANGED -> changed(facts, ChangedField.SUBJECT);
            case ASSIGNED, UNASSIGNED -> changed(facts, ChangedField.ASSIGNED_USER);
            case TEAM_ASSIGNED, TEAM_UNASSIGNED -> changed(facts, ChangedField.ASSIGNED_TEAM);
            case CONVERSATION_CREATED -> Optional.empty();
        };
    }

    private static Optional<Frame> message(Facts facts) {
        var message = facts.message();
        if (message == null) {
            return Optional.empty();
        }
        return Optional.of(new Frame.NewMessage(message, facts.users().get(message.author())));
    }

    private static Optional<Frame> changed(Facts facts, ChangedField field) {
        return Optional.of(new Frame.ConversationUpdate(facts.conversation(), Set.of(field)));
    }

    private static List<User> participants(Facts facts) {
        return facts.memberships().values().stream()
                .filter(Membership::isListed)
                .sorted(Comparator.comparing(Membership::since))
                .flatMap(membership ->
                        Optional.ofNullable(facts.users().get(membership.key().user())).stream())
                .filter(user -> user.isAgent() && user.active())
                .toList();
    }

    private void post(Facts facts, Collection<Connection> reached, Frame frame) {
        if (reached.isEmpty()) {
            return;
        }
        var owners = reached.stream().collect(Collectors.toMap(Connection::id, Connection::user, (one, other) -> one));
        sockets.post(owners.keySet(), writer.text(frame)).forEach((id, delivery) -> {
            switch (delivery) {
                case DELIVERED -> {}
                case GONE -> forget(facts, owners, id);
                case SLOW -> {
                    sockets.close(id);
                    forget(facts, owners, id);
                }
            }
        });
    }

    private void forget(Facts facts, Map<ConnectionId, UserId> owners, ConnectionId id) {
        var owner = owners.get(id);
        if (owner != null) {
            connections.close(facts.activity().workspace(), owner, id);
        }
    }
}
