package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;
import static dev.tagalong.checks.events.Stage.BOB;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

/**
 * Sockets. $connect and $disconnect refuse nobody, the authorizer did that before them; nearest to a refusal is that they
 * fail if they are called without what an authorizer says, as after a mistake in the template.
 */
final class SocketSamples {
    private static final String VIEW = "{\"type\":\"conversation_subscribe\",\"data\":{\"conversation_uuid\":\""
            + "afa55a3b-60fa-4930-8382-4ad39cf6929f\"}}";

    static final List<Sample> ALL = List.of(
            http("IssueSocketTicket/issued", 200, on -> on.as(BOB).post("/api/v1/ws-tickets")),
            http(
                    "IssueSocketTicket/refused-without-token",
                    401,
                    on -> on.nobody().post("/api/v1/ws-tickets")),
            new Sample("AuthorizeSocket/by-token", on -> opened(on, "AuthorizeSocket")),
            new Sample("AuthorizeSocket/by-ticket", SocketSamples::byTicket),
            new Sample(
                    "AuthorizeSocket/refused-empty-ticket",
                    on -> on.next("AuthorizeSocket", event -> true, () -> assertThatThrownBy(() -> on.socketBy("")))),
            new Sample("ConnectSocket/connected", on -> opened(on, "ConnectSocket")),
            new Sample("ConnectSocket/refused-without-authorizer", on -> unauthorized(on, "ConnectSocket")),
            new Sample("ReceiveFrame/subscribed", on -> said(on, VIEW, "{\"type\":\"conversation_subscribed\"")),
            new Sample("ReceiveFrame/ping", on -> said(on, "ping", "pong")),
            new Sample(
                    "ReceiveFrame/refused-unknown-type",
                    on -> said(on, "{\"type\":\"dance\"}", "{\"type\":\"error\",\"data\":\"unknown message type\"}")),
            new Sample("DisconnectSocket/disconnected", on -> opened(on, "DisconnectSocket")),
            new Sample("DisconnectSocket/refused-without-authorizer", on -> unauthorized(on, "DisconnectSocket")));

    private SocketSamples() {}

    /** What the function is invoked with while a socket opens and closes. */
    private static String opened(Stage on, String function) {
        return on.next(function, event -> true, () -> {
            try (var socket = on.socket(BOB)) {
                socket.say("ping");
                socket.awaitText("pong");
            }
        });
    }

    private static String byTicket(Stage on) {
        var ticket = on.ticket(BOB);
        return on.next(
                "AuthorizeSocket",
                event -> event.contains(ticket),
                () -> on.socketBy(ticket).close());
    }

    private static String said(Stage on, String frame, String answer) {
        return on.next("ReceiveFrame", event -> true, () -> {
            try (var socket = on.socket(BOB)) {
                socket.say(frame);
                socket.awaitFrame(answer);
            }
        });
    }

    /** The same event as when a socket opened and closed, without what the authorizer said. */
    private static String unauthorized(Stage on, String function) {
        var event = Trees.object(opened(on, function));
        if (event.get("requestContext") instanceof Map<?, ?> context) {
            context.remove("authorizer");
        }
        return on.next(function, text -> !text.contains("authorizer"), () -> on.invoke(function, event));
    }
}
