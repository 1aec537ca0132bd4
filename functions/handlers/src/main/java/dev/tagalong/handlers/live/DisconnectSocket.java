package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.live.Presence;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.Set;

/** $disconnect: forgets the socket and tells those who looked at the same ticket. AWS calls it if it can; a socket that it forgot is found gone when posted to. */
public final class DisconnectSocket
        implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final Connections connections;
    private final Presence presence;

    /** For Lambda. */
    public DisconnectSocket() {
        this(Wiring.shared().connections(), Wiring.shared().presence());
    }

    DisconnectSocket(Connections connections, Presence presence) {
        this.connections = connections;
        this.presence = presence;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        Admissions.read(event)
                .ifPresent(admission -> connections
                        .close(admission.workspace(), admission.user(), Admissions.connection(event))
                        .ifPresent(left -> presence.announce(admission.workspace(), Set.of(left))));
        return Status.of(Status.OK);
    }
}
