package dev.tagalong.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sockets of followers. */
final class Sockets {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Sockets() {}

    static void open(URI address, String token, Deliveries deliveries) {
        var socket = CLIENT.newWebSocketBuilder()
                .subprotocols("tagalong.v1", "jwt." + token)
                .buildAsync(address, new Follower(deliveries))
                .join();
        if (socket.isInputClosed()) {
            throw new IllegalStateException("a socket closed at once");
        }
    }

    private static final class Follower implements WebSocket.Listener {
        private final Deliveries deliveries;
        private final StringBuilder frame = new StringBuilder();

        Follower(Deliveries deliveries) {
            this.deliveries = deliveries;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            frame.append(text);
            if (last) {
                deliveries.received(frame.toString());
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
