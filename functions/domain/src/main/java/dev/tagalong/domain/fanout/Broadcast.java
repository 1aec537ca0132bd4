package dev.tagalong.domain.fanout;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.ChangedField;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.live.Frame;
import dev.tagalong.domain.live.FrameWriter;
import dev.tagalong.domain.live.Presence;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Wording;
import dev.tagalong.domain.people.User;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Sends the frames of an activity: the one that the audience gets, and each recipient's own notification. Sockets that are
 * gone are forgotten, those that do not keep up closed, and those who looked at the same ticket are told; no one of them
 * keeps another from its frame.
 */
public final class Broadcast {
    private final Connections connections;
    private final Sockets sockets;
    private final FrameWriter writer;
    private final Presence presence;

    public Broadcast(Connections connections, Sockets sockets, FrameWriter writer, Presence presence) {
        this.connections = connections;
        this.sockets = sockets;
        this.writer = writer;
        this.presence = presence;
    }

    /** Posts the frame of the activity to every socket of the audience that lacks it. */
    void frame(Facts facts, Set<UserId> audience, Attempt attempt) {
        var reached = audience.stream()
                .flatMap(user -> facts.socketsOf(user).stream())
                .filter(attempt::owesFrame)
                .toList();
        frame(facts).ifPresent(frame -> post(facts, frame, reached, attempt, attempt::leaveFrame));
    }

    /**
     * The sockets of these users now. Asked for when their rows stand: who comes back before that finds the rows by catching
     * up, who came back before this has a socket here, so that nobody falls between.
     */
    Map<UserId, List<Connection>> socketsNow(WorkspaceId workspace, Set<UserId> users) {
        return users.isEmpty()
                ? Map.of()
                : connections.of(workspace, users).stream().collect(Collectors.groupingBy(Connection::user));
    }

    /** Posts a row to those of its recipient's sockets that lack it. */
    void notice(Facts facts, Notification row, List<Connection> sockets, Attempt attempt) {
        var reached = sockets.stream().filter(attempt::owesNotice).toList();
        post(facts, notification(facts, row), reached, attempt, attempt::leaveNotice);
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
            case CONVERSATION_CREATED, CONVERSATION_DELETED, MEMBERSHIP_CHANGED -> Optional.empty();
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

    private void post(
            Facts facts, Frame frame, List<Connection> reached, Attempt attempt, Consumer<ConnectionId> leave) {
        if (reached.isEmpty()) {
            return;
        }
        var ids = reached.stream().map(Connection::id).collect(Collectors.toUnmodifiableSet());
        attempt.attempt(
                () -> {
                    var deliveries = sockets.post(ids, writer.text(frame));
                    var amiss = reached.stream()
                            .filter(socket -> !(deliveries.get(socket.id()) instanceof Sockets.Delivery.Delivered))
                            .toList();
                    var left = ConcurrentHashMap.<ConversationId>newKeySet();
                    InParallel.each(amiss, socket -> {
                        var delivery = Objects.requireNonNull(deliveries.get(socket.id()));
                        attempt.attempt(
                                () -> settle(facts, socket, delivery).ifPresent(left::add),
                                () -> leave.accept(socket.id()));
                    });
                    attempt.attempt(() -> presence.announce(facts.activity().workspace(), left), () -> {});
                },
                () -> ids.forEach(leave));
    }

    /** Gives what a socket that is forgotten looked at. */
    private Optional<ConversationId> settle(Facts facts, Connection socket, Sockets.Delivery delivery) {
        return switch (delivery) {
            case Sockets.Delivery.Delivered delivered -> Optional.empty();
            case Sockets.Delivery.Gone gone ->
                connections.lose(facts.activity().workspace(), socket.user(), socket.id());
            case Sockets.Delivery.Slow slow -> {
                sockets.close(socket.id());
                yield connections.close(facts.activity().workspace(), socket.user(), socket.id());
            }
            case Sockets.Delivery.Failed failed -> throw failed.cause();
        };
    }
}
