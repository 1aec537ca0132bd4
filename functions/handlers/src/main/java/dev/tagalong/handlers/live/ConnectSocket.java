package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.Map;
import java.util.Objects;

/** $connect: notes the socket, so that frames reach it, and echoes the subprotocol that we speak. */
public final class ConnectSocket implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final Connections connections;
    private final Sockets sockets;

    /** For Lambda. */
    public ConnectSocket() {
        this(Wiring.shared().connections(), Wiring.shared().sockets());
    }

    ConnectSocket(Connections connections, Sockets sockets) {
        this.connections = connections;
        this.sockets = sockets;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        var admission = Admissions.read(event);
        var connection = new Connection(Admissions.connection(event), admission.user(), admission.endsAt());
        connections.open(admission.workspace(), connection).ifPresent(sockets::close);
        var response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(200);
        var headers = Objects.requireNonNullElse(event.getHeaders(), Map.<String, String>of());
        if (Subprotocols.isSpoken(headers)) {
            response.setHeaders(Map.of(Subprotocols.HEADER, Subprotocols.SPOKEN));
        }
        return response;
    }
}
