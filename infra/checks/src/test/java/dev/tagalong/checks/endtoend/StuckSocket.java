package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket whose client opens it and reads nothing more, with hardly any buffer of its own. */
final class StuckSocket implements AutoCloseable {
    private static final int BUFFER = 4096;

    private final java.net.Socket socket = new java.net.Socket();

    /** Opens one by a token in the subprotocol. */
    StuckSocket(URI uri, String token) {
        var opening = "GET / HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: tagalong.v1, jwt." + token + "\r\n\r\n";
        try {
            socket.setReceiveBufferSize(BUFFER);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.getOutputStream().write(opening.getBytes(StandardCharsets.US_ASCII));
            var status =
                    new String(socket.getInputStream().readNBytes("HTTP/1.1 101".length()), StandardCharsets.US_ASCII);
            assertThat(status).isEqualTo("HTTP/1.1 101");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
