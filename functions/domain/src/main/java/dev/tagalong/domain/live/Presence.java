package dev.tagalong.domain.live;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.people.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells those who have a ticket open of each other: who else looks at it, and who is writing. It reaches at most 50 sockets,
 * and one socket causes at most one such frame in two seconds. What somebody writes in between is not told; who looks at
 * what is told when the two seconds are over. Contacts hear who writes to them, not which agents look on.
 */
public final class Presence {
    /** How long a socket waits from one frame that it causes to the next. */
    static final Duration TURN = Duration.ofSeconds(2);

    /** How often one change is told, while some of those who are named turn out to be gone. */
    static final int MOST_ROUNDS = 3;

    private final Onlookers onlookers;
    private final Connections connections;
    private final Channel channel;
    private final Time time;

    public Presence(Onlookers onlookers, Connections connections, Channel channel, Time time) {
        this.onlookers = onlookers;
        this.connections = connections;
        this.channel = channel;
        this.time = time;
    }

    /** Where frames go. */
    public record Channel(Sockets sockets, FrameWriter writer) {}

    /** What time it is, and waiting for a later one. */
    public record Time(InstantSource clock, Patience patience) {}

    /** Tells who looks at these now, since the socket changed it; returns when it has been told. */
    public void changed(WorkspaceId workspace, Connection socket, Set<ConversationId> conversations) {
        var owed = connections.takeTurn(workspace, socket, nextTurn());
        if (owed.isPresent()) {
            announce(workspace, conversations);
            announce(workspace, owed.get());
        } else {
            connections.leaveForTurn(workspace, socket, conversations).ifPresent(turn -> {
                time.patience().until(turn);
                connections.takeTurn(workspace, socket, nextTurn()).ifPresent(left -> announce(workspace, left));
            });
        }
    }

    /** Tells who looks at these now, since a socket that did was closed or is gone. */
    public void announce(WorkspaceId workspace, Collection<ConversationId> conversations) {
        conversations.forEach(conversation -> announce(workspace, conversation));
    }

    /** Tells that somebody writes; false if there is no such conversation that they may read. */
    public boolean typing(Admission admission, ConnectionId connection, Typing typing) {
        var here = onlookers.of(admission.workspace(), typing.conversation(), Set.of(admission.user()));
        var who = here.users().get(admission.user());
        if (who == null) {
            return false;
        }
        if (typing.isPrivate() && !who.isAgent()) {
            return true;
        }
        var socket = new Connection(connection, admission.user(), admission.endsAt());
        connections.takeTurn(admission.workspace(), socket, nextTurn()).ifPresent(owed -> {
            Predicate<User> hears = user -> !user.id().equals(who.id()) && (user.isAgent() || !typing.isPrivate());
            var frame = new Frame.SomebodyTypes(typing, who);
            if (post(admission.workspace(), typing.conversation(), here.sockets(hears), frame)) {
                announce(admission.workspace(), typing.conversation());
            }
            announce(admission.workspace(), owed);
        });
        return true;
    }

    private Instant nextTurn() {
        return time.clock().instant().plus(TURN);
    }

    /** Until nobody is named whose socket turns out to be gone, a few times at most. */
    private void announce(WorkspaceId workspace, ConversationId conversation) {
        boolean again = true;
        for (int round = 0; again && round < MOST_ROUNDS; round++) {
            var here = onlookers.of(workspace, conversation, Set.of());
            var frame = new Frame.PresenceUpdate(conversation, here.viewers());
            again = post(workspace, conversation, here.sockets(User::isAgent), frame);
        }
    }

    /** Posts to those who look at it, and forgets the sockets that are gone; whether there were any. */
    private boolean post(WorkspaceId workspace, ConversationId conversation, List<Connection> sockets, Frame frame) {
        if (sockets.isEmpty()) {
            return false;
        }
        var ids = sockets.stream().map(Connection::id).collect(Collectors.toUnmodifiableSet());
        var deliveries = channel.sockets().post(ids, channel.writer().text(frame));
        var gone = sockets.stream()
                .filter(socket -> deliveries.get(socket.id()) instanceof Sockets.Delivery.Gone)
                .toList();
        gone.forEach(socket -> forget(workspace, conversation, socket));
        return !gone.isEmpty();
    }

    /** Closing forgets what the socket looked at, as far as that is known: then it was this. */
    private void forget(WorkspaceId workspace, ConversationId conversation, Connection socket) {
        var looked = connections.close(workspace, socket.user(), socket.id());
        if (!looked.equals(Optional.of(conversation))) {
            connections.forgetViewer(workspace, conversation, socket.id());
        }
    }
}
