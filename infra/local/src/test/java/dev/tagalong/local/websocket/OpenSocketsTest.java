package dev.tagalong.local.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenSocketsTest {
    private static final String ID = "one";

    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() throws Exception {
        client.shutdownNow();
        server.stop();
    }

    /** A socket of those that are open, from its other side. */
    private Heard open(OpenSockets sockets) throws Exception {
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(WebSocketUpgradeHandler.from(server, container -> {
            container.setMaxFrameSize(OpenSockets.MOST_FRAME_BYTES);
            container.setAutoFragment(false);
            container.addMapping("/", (request, response, callback) -> new Opening(sockets, ID));
        }));
        server.start();
        sockets.expect(ID);
        var heard = new Heard();
        client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + connector.getLocalPort() + "/"), heard)
                .join();
        return heard;
    }

    @Test
    void aSocketThatHasLivedToItsEndIsClosed() throws Exception {
        var sockets = new OpenSockets(Duration.ofMillis(1));
        assertThat(open(sockets).closed.get(10, TimeUnit.SECONDS)).isEqualTo("1001 Going away");
        assertThat(sockets.post(ID, "late")).isEqualTo(410);
    }

    @Test
    void aPostOfAnyLengthComesWholeThoughItsLettersAreLarge() throws Exception {
        var sockets = new OpenSockets(Duration.ofHours(2));
        var heard = open(sockets);
        var large = IntStream.range(0, 26_000)
                .mapToObj(number -> number % 2 == 0 ? "😀" : "x")
                .collect(Collectors.joining());
        assertThat(sockets.post(ID, large)).isEqualTo(200);
        assertThat(heard.text.get(10, TimeUnit.SECONDS)).isEqualTo(large);
    }

    private static final class Heard implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();
        private final CompletableFuture<String> text = new CompletableFuture<>();
        private final CompletableFuture<String> closed = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            partial.append(part);
            if (last) {
                text.complete(partial.toString());
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code + " " + reason);
            return null;
        }
    }
}
