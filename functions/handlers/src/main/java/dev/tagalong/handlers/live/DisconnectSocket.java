package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.handlers.wiring.Wiring;

/** $disconnect: forgets the socket. AWS calls it if it can; a socket that it forgot is found gone when posted to. */
public final class DisconnectSocket
        implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final Connections connections;

    /** For Lambda. */
    public DisconnectSocket() {
        this(Wiring.shared().connections());
    }

    DisconnectSocket(Connections connections) {
        this.connections = connections;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        var admission = Admissions.read(event);
        connections.close(admission.workspace(), admission.user(), Admissions.connection(event));
        var response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(200);
        return response;
    }
}
