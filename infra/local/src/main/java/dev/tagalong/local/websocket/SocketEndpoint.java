package dev.tagalong.local.websocket;

import dev.tagalong.local.functions.Functions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.eclipse.jetty.websocket.api.exceptions.WebSocketException;
import org.jspecify.annotations.Nullable;

/**
 * One open socket. Its frames reach the function one after another, as they came; a client is told of one at which the
 * function failed, and its socket stays open. Binary frames end it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-routes-integrations.html">Routes
 *     of WebSocket APIs</a>
 */
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
        frames.execute(() -> {
            var request = UUID.randomUUID().toString();
            if (fails(route.api().receive(), route.events().message(route.authorizer(), request, message))) {
                sockets.post(route.events().id(), route.events().failure(request));
            }
        });
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        getSession().close(StatusCode.BAD_DATA, "Binary data is not supported", Callback.NOOP);
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        sockets.closed(route.events().id());
        frames.execute(() ->
                fails(route.api().disconnect(), route.events().disconnect(route.authorizer(), statusCode, reason)));
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

    private boolean fails(String function, String event) {
        try {
            return route.functions().invoke(function, event).failed();
        } catch (UncheckedIOException | IllegalStateException ending) {
            // The functions have ended with the runner, whose sockets do, too. AWS promises no $disconnect either.
            return false;
        }
    }

    /** Where the frames of one socket go. */
    record Route(SocketApi api, Functions functions, SocketEvents events, Map<String, Object> authorizer) {}
}
