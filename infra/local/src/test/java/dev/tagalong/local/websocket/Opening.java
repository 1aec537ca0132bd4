package dev.tagalong.local.websocket;

import org.eclipse.jetty.websocket.api.Session;

/** The server's side of a socket that only opens; public, since Jetty calls it. */
public final class Opening extends Session.Listener.AbstractAutoDemanding {
    private final OpenSockets sockets;
    private final String id;

    Opening(OpenSockets sockets, String id) {
        this.sockets = sockets;
        this.id = id;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        sockets.opened(id, session);
    }
}
