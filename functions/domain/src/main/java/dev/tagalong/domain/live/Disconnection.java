package dev.tagalong.domain.live;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.InParallel;
import java.util.Set;

/** Closes every open socket of somebody who may not have any. Doing it twice does no harm. */
public final class Disconnection {
    private final Connections connections;
    private final Sockets sockets;

    public Disconnection(Connections connections, Sockets sockets) {
        this.connections = connections;
        this.sockets = sockets;
    }

    /** Closes the sockets of that user, all at once. Throws if one could not be closed; the same call may be made again. */
    public void of(WorkspaceId workspace, UserId user) {
        InParallel.map(connections.of(workspace, Set.of(user)), open -> {
            sockets.close(open.id());
            connections.close(workspace, user, open.id());
            return open;
        });
    }
}
