package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket without a client's manners: it reads only when it is told to, with hardly any buffer of its own, and cuts
 * its messages into frames of any size.
 */
final class RawSocket implements AutoCloseable {
    private static final int BUFFER = 4096;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int LONG_LENGTH = 127;
    private static final int SHORT_LENGTH = 126;

    private final java.net.Socket socket = new java.net.Socket();
    private final DataInputStream in;

    /** Opens one by a token in the subprotocol. */
    RawSocket(URI uri, String token) {
        var opening = "GET / HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: tagalong.v1, jwt." + token + "\r\n\r\n";
        try {
            socket.setReceiveBufferSize(BUFFER);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.getOutputStream().write(opening.getBytes(StandardCharsets.US_ASCII));
            in = new DataInputStream(socket.getInputStream());
            assertThat(answer()).startsWith("HTTP/1.1 101");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String answer() throws IOException {
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
        return answer.toString();
    }

    /** Sends a message of that many letters in frames of at most so many. */
    void say(int letters, int most) {
        for (int sent = 0; sent < letters; sent += most) {
            int size = Math.min(most, letters - sent);
            int first = (sent == 0 ? TEXT : 0) | (sent + size == letters ? LAST : 0);
            // The mask of zeros leaves the letters as they are.
            var frame = ByteBuffer.allocate(14 + size)
                    .put((byte) first)
                    .put((byte) (MASKED | LONG_LENGTH))
                    .putLong(size)
                    .putInt(0)
                    .put("x".repeat(size).getBytes(StandardCharsets.US_ASCII));
            write(frame.array());
        }
    }

    private void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The next frame's text; of one that ends the socket the status. */
    String next() {
        try {
            int opcode = in.readUnsignedByte() & 0xF;
            int size = in.readUnsignedByte();
            if (size == SHORT_LENGTH) {
                size = in.readUnsignedShort();
            }
            return opcode == CLOSE
                    ? String.valueOf(in.readUnsignedShort())
                    : new String(in.readNBytes(size), StandardCharsets.UTF_8);
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
