package dev.tagalong.local.websocket;

import dev.tagalong.local.wire.Json;
import dev.tagalong.local.wire.Loopback.Answer;
import dev.tagalong.local.wire.Loopback.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The @connections commands.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">Use
 *     &#64;connections commands</a>
 */
final class ConnectionsApi {
    private static final String COMMAND = "/@connections/";

    private final OpenSockets sockets;

    ConnectionsApi(OpenSockets sockets) {
        this.sockets = sockets;
    }

    Answer answer(Asked asked) {
        var path = URLDecoder.decode(asked.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        int at = path.indexOf(COMMAND);
        if (at < 0) {
            return error(403, "ForbiddenException", "Forbidden");
        }
        var id = path.substring(at + COMMAND.length());
        return switch (asked.method()) {
            case "POST" -> answer(sockets.post(id, asked.body()));
            case "DELETE" -> answer(sockets.delete(id));
            case "GET" -> answer(sockets.isOpen(id) ? 200 : 410);
            default -> error(403, "ForbiddenException", "Forbidden");
        };
    }

    private static Answer answer(int status) {
        return switch (status) {
            case 410 -> error(410, "GoneException", "Gone");
            case 413 -> error(413, "PayloadTooLargeException", "Payload too large");
            case 429 -> error(429, "LimitExceededException", "Too many requests");
            default -> new Answer(status, Map.of(), "");
        };
    }

    private static Answer error(int status, String type, String message) {
        return new Answer(
                status,
                Map.of("x-amzn-ErrorType", type, "content-type", "application/json"),
                Json.write(Json.of("message", message, "connectionId", "")));
    }
}
