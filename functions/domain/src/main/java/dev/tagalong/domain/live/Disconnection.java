package dev.tagalong.domain.live;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.InParallel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Closes every open socket of somebody who may not have any. Doing it twice does no harm. */
public final class Disconnection {
    private final Connections connections;
    private final Sockets sockets;
    private final Presence presence;

    public Disconnection(Connections connections, Sockets sockets, Presence presence) {
        this.connections = connections;
        this.sockets = sockets;
        this.presence = presence;
    }

    /**
     * Closes the sockets of that user, all at once, and tells those who looked at the same tickets: $disconnect will find
     * them forgotten already. Throws if one could not be closed; the same call may be made again.
     */
    public void of(WorkspaceId workspace, UserId user) {
        var left = ConcurrentHashMap.<ConversationId>newKeySet();
        try {
            InParallel.map(connections.of(workspace, Set.of(user)), open -> {
                sockets.close(open.id());
                connections.close(workspace, user, open.id()).ifPresent(left::add);
                return open;
            });
        } finally {
            presence.announce(workspace, left);
        }
    }
}
