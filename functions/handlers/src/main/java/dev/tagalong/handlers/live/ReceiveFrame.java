package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.live.Viewing;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.Objects;
import java.util.Set;

/** $default: takes one frame from a client and answers it over the same socket. */
public final class ReceiveFrame implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final Viewing viewing;
    private final Sockets sockets;

    /** For Lambda. */
    public ReceiveFrame() {
        this(Wiring.shared().viewing(), Wiring.shared().sockets());
    }

    ReceiveFrame(Viewing viewing, Sockets sockets) {
        this.viewing = viewing;
        this.sockets = sockets;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        var connection = Admissions.connection(event);
        var admission = Admissions.read(event);
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
        var response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(200);
        return response;
    }
}
