package dev.tagalong.local.websocket;

import dev.tagalong.local.functions.Functions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.exceptions.WebSocketException;
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
        invoke(route.api().receive(), () -> route.events().message(route.authorizer(), message));
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        sockets.closed(route.events().id());
        invoke(route.api().disconnect(), () -> route.events().disconnect(route.authorizer(), statusCode, reason));
        frames.shutdown();
        callback.succeed();
    }

    /** A connection that broke ends like any other, with a close; there is nothing more to do and nobody to tell. */
    @Override
    public void onWebSocketError(Throwable broken) {
        if (!(broken instanceof IOException || broken instanceof WebSocketException)) {
            System.err.println("A socket ends after: " + broken);
        }
    }

    private void invoke(String function, Supplier<String> event) {
        frames.execute(() -> {
            try {
                route.functions().invoke(function, event.get());
            } catch (UncheckedIOException | IllegalStateException ending) {
                // The functions have ended with the runner. AWS promises neither frame nor $disconnect then.
            }
        });
    }

    /** Where the frames of one socket go. */
    record Route(SocketApi api, Functions functions, SocketEvents events, Map<String, Object> authorizer) {}
}
