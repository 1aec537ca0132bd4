package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.access.SocketAdmissions;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.live.Disconnection;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.Map;
import java.util.Objects;

/**
 * $connect: notes the socket, so that frames reach it, and echoes the subprotocol that we speak. Where it is one too many, the
 * oldest one of its user is closed, and those who looked at the same ticket are told. Whoever was deactivated or erased since
 * they were let in is refused: their other sockets may have been closed before this one was noted.
 */
public final class ConnectSocket implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final Connections connections;
    private final Disconnection disconnection;
    private final SocketAdmissions admissions;

    /** For Lambda. */
    public ConnectSocket() {
        this(
                Wiring.shared().connections(),
                Wiring.shared().disconnection(),
                Wiring.shared().admissions());
    }

    ConnectSocket(Connections connections, Disconnection disconnection, SocketAdmissions admissions) {
        this.connections = connections;
        this.disconnection = disconnection;
        this.admissions = admissions;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        return Admissions.read(event)
                .filter(admission -> open(admission, Admissions.connection(event)))
                .map(admission -> accepted(event))
                .orElseGet(() -> Status.of(Status.UNAUTHORIZED));
    }

    private boolean open(Admission admission, ConnectionId id) {
        var connection = new Connection(id, admission.user(), admission.endsAt());
        var tooMany = connections.open(admission.workspace(), connection);
        disconnection.of(admission.workspace(), admission.user(), tooMany);
        boolean stands = admissions.stands(admission);
        if (!stands) {
            connections.close(admission.workspace(), admission.user(), id);
        }
        return stands;
    }

    private static APIGatewayV2WebSocketResponse accepted(APIGatewayV2WebSocketEvent event) {
        var response = Status.of(Status.OK);
        var headers = Objects.requireNonNullElse(event.getHeaders(), Map.<String, String>of());
        if (Subprotocols.isSpoken(headers)) {
            response.setHeaders(Map.of(Subprotocols.HEADER, Subprotocols.SPOKEN));
        }
        return response;
    }
}
