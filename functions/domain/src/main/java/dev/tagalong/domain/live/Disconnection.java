package dev.tagalong.domain.live;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.InParallel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Closes open sockets: every one of somebody who may not have any, or what is too many. Doing it twice does no harm. */
public final class Disconnection {
    private final Connections connections;
    private final Sockets sockets;
    private final Presence presence;

    public Disconnection(Connections connections, Sockets sockets, Presence presence) {
        this.connections = connections;
        this.sockets = sockets;
        this.presence = presence;
    }

    /** Closes all sockets of that user, as below. */
    public void of(WorkspaceId workspace, UserId user) {
        of(
                workspace,
                user,
                connections.of(workspace, Set.of(user)).stream()
                        .map(Connection::id)
                        .toList());
    }

    /**
     * Closes these sockets of that user, all at once, and tells those who looked at the same tickets: $disconnect will find
     * them forgotten already. Each is forgotten after it was closed, so that no open one is. Throws if one could not be
     * closed; the same call may be made again.
     */
    public void of(WorkspaceId workspace, UserId user, List<ConnectionId> some) {
        var left = ConcurrentHashMap.<ConversationId>newKeySet();
        try {
            InParallel.each(some, open -> {
                sockets.close(open);
                connections.close(workspace, user, open).ifPresent(left::add);
            });
        } finally {
            presence.announce(workspace, left);
        }
    }
}
