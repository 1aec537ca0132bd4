package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A POST that the server has taken, since it has asked for the body, and that has no answer before that is complete. */
final class UnfinishedCall implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;

    UnfinishedCall(URI uri, String token) {
        try {
            socket = new Socket(uri.getHost(), uri.getPort());
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send("POST " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            assertThat(lines.readLine()).startsWith("HTTP/1.1 100");
            assertThat(lines.readLine()).isEmpty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends a blank of the body, so that the server does not take the caller for gone. */
    void goOn() {
        send("1\r\n \r\n");
    }

    /** Sends what is left of the body. */
    void finish(String body) {
        send(Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
    }

    /** The line with the status that it was answered with. */
    String status() {
        try {
            return String.valueOf(lines.readLine());
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
