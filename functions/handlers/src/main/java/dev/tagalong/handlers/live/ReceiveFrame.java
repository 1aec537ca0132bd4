package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Presence;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.live.Viewing;
import dev.tagalong.handlers.wiring.Wiring;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;

/**
 * $default: takes one frame from a client and answers it over the same socket; closes the socket instead if the token
 * behind it has ended.
 */
public final class ReceiveFrame implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private static final String NOT_FOUND = "conversation not found";

    private final Viewing viewing;
    private final Presence presence;
    private final Sockets sockets;
    private final InstantSource clock;

    /** For Lambda. */
    public ReceiveFrame() {
        this(
                Wiring.shared().viewing(),
                Wiring.shared().presence(),
                Wiring.shared().sockets(),
                Wiring.shared().clock());
    }

    ReceiveFrame(Viewing viewing, Presence presence, Sockets sockets, InstantSource clock) {
        this.viewing = viewing;
        this.presence = presence;
        this.sockets = sockets;
        this.clock = clock;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        var connection = Admissions.connection(event);
        Admissions.read(event)
                .filter(admission -> clock.instant().isBefore(admission.endsAt()))
                .ifPresentOrElse(admission -> answer(admission, connection, event), () -> sockets.close(connection));
        return Status.of(Status.OK);
    }

    private void answer(Admission admission, ConnectionId connection, APIGatewayV2WebSocketEvent event) {
        var text = Objects.requireNonNullElse(event.getBody(), "");
        switch (ClientFrame.read(text)) {
            case ClientFrame.Ping ping -> say(connection, "pong");
            case ClientFrame.Wrong wrong -> refuse(connection, wrong.problem());
            case ClientFrame.EndView end ->
                viewing.end(admission, connection).ifPresent(left -> changed(admission, connection, Set.of(left)));
            case ClientFrame.View view -> view(admission, connection, view);
            case ClientFrame.Writing writing -> {
                if (!presence.typing(admission, connection, writing.typing())) {
                    refuse(connection, NOT_FOUND);
                }
            }
        }
    }

    private void view(Admission admission, ConnectionId connection, ClientFrame.View view) {
        var begun = viewing.begin(admission, connection, view.conversation());
        if (begun.isEmpty()) {
            refuse(connection, NOT_FOUND);
            return;
        }
        if (!view.answer().isEmpty()) {
            say(connection, view.answer());
        }
        changed(admission, connection, begun.get());
    }

    private void changed(Admission admission, ConnectionId connection, Set<ConversationId> conversations) {
        var socket = new Connection(connection, admission.user(), admission.endsAt());
        if (!conversations.isEmpty()) {
            presence.changed(admission.workspace(), socket, conversations);
        }
    }

    private void refuse(ConnectionId connection, String problem) {
        say(connection, FrameText.of("error", problem));
    }

    private void say(ConnectionId connection, String text) {
        sockets.post(Set.of(connection), text);
    }
}
