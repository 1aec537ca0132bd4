package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.contract.AsyncApi;
import dev.tagalong.local.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A real WebSocket, and every frame that came over it. */
public final class Socket implements WebSocket.Listener, AutoCloseable {
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final List<String> undescribed = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;
    private volatile boolean closed;
    private volatile int status;

    private Socket() {}

    /** Opens one by a token in the subprotocol. */
    public static Socket open(HttpClient client, URI uri, String token) {
        var listener = new Socket();
        listener.socket = client.newWebSocketBuilder()
                .subprotocols("tagalong.v1", "jwt." + token)
                .buildAsync(uri, listener)
                .join();
        return listener;
    }

    /** Opens one by a one-time ticket. */
    public static Socket openBy(HttpClient client, URI uri, String ticket) {
        var listener = new Socket();
        listener.socket = client.newWebSocketBuilder()
                .buildAsync(uri.resolve("/?ticket=" + ticket), listener)
                .join();
        return listener;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            hear(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(String frame) {
        AsyncApi.ours().problems(frame).forEach(problem -> undescribed.add(problem + " in " + frame));
        frames.add(frame);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        status = code;
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
        closed = true;
    }

    /** Whether the other side closed it. */
    boolean isClosed() {
        return closed;
    }

    /** Waits until the other side closes it, with that status. */
    void awaitClose(int code) {
        Eventually.holds(() -> assertThat(closed).isTrue());
        assertThat(status).isEqualTo(code);
    }

    String subprotocol() {
        return socket().getSubprotocol();
    }

    /** Sends one frame. */
    public void say(String text) {
        socket().sendText(text, true).join();
    }

    /** Sends one frame of bytes. */
    void sayBytes(byte[] bytes) {
        socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Looks at a ticket, and waits for the confirmation. */
    void subscribe(Ticket ticket) {
        saySubscribe(ticket);
        Eventually.holds(
                () -> assertThat(of("conversation_subscribed")).contains(Map.of("conversation_uuid", ticket.uuid())));
    }

    /** Asks to look at a ticket. */
    void saySubscribe(Ticket ticket) {
        say("{\"type\":\"conversation_subscribe\",\"data\":{\"conversation_uuid\":\"" + ticket.uuid() + "\"}}");
    }

    /** Every frame so far, as it came. */
    public List<String> frames() {
        return List.copyOf(frames);
    }

    /** The data of the frames of a type so far. */
    List<Map<String, Object>> of(String type) {
        return frames.stream()
                .filter(frame -> frame.startsWith("{"))
                .map(Json::object)
                .filter(frame -> type.equals(frame.get("type")))
                .map(frame -> Answer.fields(frame.get("data")))
                .toList();
    }

    /** The data of the frames of a type about a ticket so far. */
    List<Map<String, Object>> of(String type, Ticket ticket) {
        return of(type).stream()
                .filter(data -> ticket.uuid().equals(data.getOrDefault("conversation_uuid", data.get("uuid"))))
                .toList();
    }

    /** The data of the frames of a type about a ticket, once there are so many. */
    List<Map<String, Object>> await(String type, Ticket ticket, int count) {
        Eventually.holds(() -> assertThat(of(type, ticket)).hasSize(count));
        return of(type, ticket);
    }

    /** Waits until the frame is there. */
    public void awaitText(String frame) {
        Eventually.holds(() -> assertThat(frames).contains(frame));
    }

    /** Waits until a frame that begins so is there. */
    public void awaitFrame(String beginning) {
        Eventually.holds(() -> assertThat(frames).anyMatch(frame -> frame.startsWith(beginning)));
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("the socket is not open");
        }
        return socket;
    }

    /** Closes it; fails if a frame came that docs/asyncapi.yaml does not describe. */
    @Override
    public void close() {
        socket().abort();
        assertThat(undescribed).isEmpty();
    }
}
