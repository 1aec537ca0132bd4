package dev.tagalong.local.websocket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * The sockets that are open, by connection id, each with a buffer of its own, so that a slow one delays no other. AWS does
 * not say how large its buffers are; here 256 KB wait for a client that does not read, and what is more is answered by 429.
 *
 * @see <a href="https://docs.aws.amazon.com/botocore/latest/reference/services/apigatewaymanagementapi/client/exceptions/LimitExceededException.html">LimitExceededException</a>
 */
final class OpenSockets {
    private static final int MOST_BUFFERED_BYTES = 256 * 1024;

    /** What fits into one message, in either direction. */
    static final int MOST_BYTES = 128 * 1024;

    /** What fits into one frame, in either direction. */
    static final int MOST_FRAME_BYTES = 32 * 1024;

    private static final int MOST_FRAME_LETTERS = MOST_FRAME_BYTES / 3;

    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
    private final Duration lifetime;

    /** Sockets that end so long after they opened. */
    OpenSockets(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** Expects a socket that is about to open: $connect has said yes. Until then a post is answered as AWS does, by 410. */
    void expect(String id) {
        sockets.put(id, new Socket());
    }

    /** Lets a socket hear; one that was given up while it opened breaks, since nobody would ever post to it. */
    void opened(String id, Session session) {
        var socket = sockets.get(id);
        if (socket == null) {
            session.disconnect();
        } else {
            socket.session.complete(session);
            CompletableFuture.delayedExecutor(lifetime.toNanos(), TimeUnit.NANOSECONDS)
                    .execute(() -> end(id, StatusCode.SHUTDOWN, "Going away"));
        }
    }

    void closed(String id) {
        sockets.remove(id);
    }

    /** Sends text; gives the status that API Gateway would answer. */
    int post(String id, String text) {
        var socket = sockets.get(id);
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > MOST_BYTES) {
            return 413;
        }
        if (socket == null) {
            return 410;
        }
        if (socket.buffered.addAndGet(size) > MOST_BUFFERED_BYTES) {
            socket.buffered.addAndGet(-size);
            return 429;
        }
        if (!socket.send(text, size)) {
            cut(id);
            return 410;
        }
        return 200;
    }

    /** Closes a socket; gives the status that API Gateway would answer. */
    int delete(String id) {
        return end(id, StatusCode.NORMAL, "") ? 204 : 410;
    }

    /** Ends a socket with that status; says whether it was there. */
    private boolean end(String id, int status, String reason) {
        var socket = sockets.remove(id);
        if (socket == null) {
            return false;
        }
        var session = socket.session.getNow(null);
        if (session != null) {
            socket.close(session, status, reason);
        }
        return true;
    }

    /** Breaks the connection of a socket without a word. */
    void cut(String id) {
        var socket = sockets.remove(id);
        var session = socket == null ? null : socket.session.getNow(null);
        if (session != null) {
            session.disconnect();
        }
    }

    boolean isOpen(String id) {
        return sockets.containsKey(id);
    }

    private static final class Socket {
        private final CompletableFuture<Session> session = new CompletableFuture<>();
        private final AtomicInteger buffered = new AtomicInteger();

        /** Says goodbye, unless so much waits already that the client would not hear it. */
        void close(Session open, int status, String reason) {
            if (buffered.get() > MOST_BUFFERED_BYTES - MOST_BYTES) {
                open.disconnect();
            } else {
                open.close(status, reason, Callback.NOOP);
            }
        }

        boolean send(String text, int size) {
            try {
                var open = session.get(2, TimeUnit.SECONDS);
                sendFrames(
                        open,
                        text,
                        Callback.from(() -> buffered.addAndGet(-size), failed -> buffered.addAndGet(-size)));
                return open.isOpen();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException | TimeoutException never) {
                return false;
            }
        }

        /** One message at a time, since the frames of two must not mix. */
        private synchronized void sendFrames(Session open, String text, Callback done) {
            int from = 0;
            while (text.length() - from > MOST_FRAME_LETTERS) {
                int end = from + MOST_FRAME_LETTERS;
                int to = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
                open.sendPartialText(text.substring(from, to), false, Callback.NOOP);
                from = to;
            }
            open.sendPartialText(text.substring(from), true, done);
        }
    }
}
