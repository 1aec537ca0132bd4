package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.live.ConnectionId;
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
    private final Viewing viewing;
    private final Sockets sockets;
    private final InstantSource clock;

    /** For Lambda. */
    public ReceiveFrame() {
        this(
                Wiring.shared().viewing(),
                Wiring.shared().sockets(),
                Wiring.shared().clock());
    }

    ReceiveFrame(Viewing viewing, Sockets sockets, InstantSource clock) {
        this.viewing = viewing;
        this.sockets = sockets;
        this.clock = clock;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        var connection = Admissions.connection(event);
        var admission = Admissions.read(event);
        if (clock.instant().isBefore(admission.endsAt())) {
            answer(admission, connection, event);
        } else {
            sockets.close(connection);
        }
        var response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(200);
        return response;
    }

    private void answer(Admission admission, ConnectionId connection, APIGatewayV2WebSocketEvent event) {
        var text = Objects.requireNonNullElse(event.getBody(), "");
        var answer = switch (ClientFrame.read(text)) {
            case ClientFrame.Ping ping -> "pong";
            case ClientFrame.Wrong wrong -> FrameText.of("error", wrong.problem());
            case ClientFrame.EndView end -> {
                viewing.end(admission, connection);
                yield "";
            }
            case ClientFrame.View view ->
                viewing.begin(admission, connection, view.conversation())
                        ? view.answer()
                        : FrameText.of("error", "conversation not found");
            case ClientFrame.Typing typing -> "";
        };
        if (!answer.isEmpty()) {
            sockets.post(Set.of(connection), answer);
        }
    }
}
