package dev.tagalong.checks.chaos;

import dev.tagalong.local.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows tickets with one tab open: keeps a socket, opens another when it breaks or answers no ping, and catches
 * up by `after` from the last row that they know of. Remembers what they heard, and what came twice over one connection.
 */
final class Follower implements AutoCloseable {
    private static final long HANDSHAKE_SECONDS = 15;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long PAUSE_NANOS = 200_000_000L;

    private final Stubborn api;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI webSocket;
    private final Supplier<String> token;
    private final Map<String, Map<String, Object>> heard = new ConcurrentHashMap<>();
    private final LongAdder frames = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean here = true;
    private volatile String last = "";
    private volatile @Nullable Throwable broken;
    private volatile @Nullable WebSocket socket;

    Follower(Stubborn api, URI webSocket, Supplier<String> token) {
        this.api = api;
        this.webSocket = webSocket;
        this.token = token;
        this.thread = Thread.ofVirtual()
                .uncaughtExceptionHandler((gone, cause) -> broken = cause)
                .start(this::stay);
    }

    private void stay() {
        while (here) {
            var tab = new Tab();
            var known = last;
            open(tab).ifPresent(open -> {
                socket = open;
                connections.increment();
                catchUp(known);
                opened.countDown();
                tab.awaitEnd(open);
            });
        }
    }

    private Optional<WebSocket> open(Tab tab) {
        try {
            return Optional.of(client.newWebSocketBuilder()
                    .subprotocols("tagalong.v1", "jwt." + token.get())
                    .buildAsync(webSocket, tab)
                    .orTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
                    .join());
        } catch (CompletionException refused) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return Optional.empty();
        }
    }

    /**
     * Pages from what was known before the connection opened, not from the frames that come meanwhile. They may bring rows
     * again, and end at a later one while there is any: without news there is none.
     */
    private void catchUp(String known) {
        var after = known;
        while (here) {
            var query = after.isEmpty() ? "" : "&after=" + after;
            var rows = Rows.of(api.get("/api/v1/notifications?limit=100" + query, token.get()));
            if (rows.stream().filter(this::hear).count() == 0) {
                return;
            }
            after = String.valueOf(rows.getLast().get("id"));
        }
    }

    /** Whether it is news. */
    private boolean hear(Map<String, Object> row) {
        return heard.putIfAbsent(String.valueOf(row.get("id")), row) == null;
    }

    /** Waits until the first connection stands. */
    void awaitOpen() throws InterruptedException {
        opened.await();
    }

    /** What they heard of so far, by frames and by catching up; fails if they gave up. */
    List<Map<String, Object>> heard() {
        if (broken != null) {
            throw new AssertionError("a follower gave up", broken);
        }
        return List.copyOf(heard.values());
    }

    /** How many frames with an id came. */
    long frames() {
        return frames.sum();
    }

    /** How many of them had come over the same connection before. */
    long repeated() {
        return repeated.sum();
    }

    /** How many connections it took. */
    long connections() {
        return connections.sum();
    }

    @Override
    public void close() {
        here = false;
        var open = socket;
        if (open != null) {
            open.abort();
        }
        thread.interrupt();
    }

    /** One connection. */
    private final class Tab implements WebSocket.Listener {
        private final Map<String, Boolean> ids = new ConcurrentHashMap<>();
        private final StringBuilder partial = new StringBuilder();
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile boolean answers;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean whole) {
            answers = true;
            partial.append(text);
            if (whole) {
                take(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String text) {
            var frame = "pong".equals(text) ? Map.<String, Object>of() : Json.object(text);
            if (frame.get("data") instanceof Map<?, ?> data && data.containsKey("id")) {
                var id = data.get("id");
                frames.increment();
                if (ids.put(frame.get("type") + " " + id, true) != null) {
                    repeated.increment();
                }
                if ("new_notification".equals(frame.get("type"))) {
                    hear(Rows.fields(data));
                    last = String.valueOf(id);
                }
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            end.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            end.countDown();
        }

        /**
         * Waits until the connection breaks or a ping stays without an answer: the JDK's client does not tell of every break,
         * least of one right after the first frame.
         */
        void awaitEnd(WebSocket open) {
            try {
                do {
                    answers = false;
                    open.sendText("ping", true).exceptionally(broken -> {
                        end.countDown();
                        return null;
                    });
                } while (here && !end.await(HEARTBEAT_SECONDS, TimeUnit.SECONDS) && answers);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            open.abort();
        }
    }
}
