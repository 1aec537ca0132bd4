package dev.tagalong.local.websocket;

import dev.tagalong.local.functions.Functions;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One open socket. Its frames reach the function one after another, as they came. */
public final class SocketEndpoint extends Session.Listener.AbstractAutoDemanding {
    private final Route route;
    private final OpenSockets sockets;
    private final ExecutorService frames =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    SocketEndpoint(Route route, OpenSockets sockets) {
        this.route = route;
        this.sockets = sockets;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        sockets.opened(route.events().id(), session);
    }

    @Override
    public void onWebSocketText(String message) {
        frames.execute(() ->
                route.functions().invoke(route.api().receive(), route.events().message(route.authorizer(), message)));
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        sockets.closed(route.events().id());
        frames.execute(() -> disconnect(statusCode, reason));
        frames.shutdown();
        callback.succeed();
    }

    private void disconnect(int statusCode, @Nullable String reason) {
        try {
            route.functions()
                    .invoke(
                            route.api().disconnect(),
                            route.events().disconnect(route.authorizer(), statusCode, reason));
        } catch (UncheckedIOException | IllegalStateException ending) {
            // The functions have ended with the runner. AWS promises no $disconnect either.
        }
    }

    /** Where the frames of one socket go. */
    record Route(SocketApi api, Functions functions, SocketEvents events, Map<String, Object> authorizer) {}
}
