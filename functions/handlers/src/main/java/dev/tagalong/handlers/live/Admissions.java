package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.live.ConnectionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Who a socket belongs to, as the authorizer tells it to the functions behind: ids only, since it is logged by AWS. */
final class Admissions {
    private Admissions() {}

    static Map<String, Object> write(Admission admission) {
        return Map.of(
                "workspace", admission.workspace().value(),
                "user", Integer.toString(admission.user().value()),
                "ends_at", Long.toString(admission.endsAt().getEpochSecond()));
    }

    /** Whom the authorizer let in; absent if none was asked. */
    static Optional<Admission> read(APIGatewayV2WebSocketEvent event) {
        return Optional.ofNullable(event.getRequestContext().getAuthorizer())
                .map(context -> new Admission(
                        new WorkspaceId(text(context, "workspace")),
                        new UserId(Integer.parseInt(text(context, "user"))),
                        Instant.ofEpochSecond(Long.parseLong(text(context, "ends_at")))));
    }

    static ConnectionId connection(APIGatewayV2WebSocketEvent event) {
        return new ConnectionId(event.getRequestContext().getConnectionId());
    }

    private static String text(Map<String, Object> context, String name) {
        return String.valueOf(context.get(name));
    }
}
