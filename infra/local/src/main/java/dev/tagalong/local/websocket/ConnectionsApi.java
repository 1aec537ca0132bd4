package dev.tagalong.local.websocket;

import dev.tagalong.local.faults.Fault;
import dev.tagalong.local.faults.Faults;
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
    private static final String PLACE = "connections";
    private static final String COMMAND = "/@connections/";

    private final OpenSockets sockets;
    private final Faults faults;

    ConnectionsApi(OpenSockets sockets, Faults faults) {
        this.sockets = sockets;
        this.faults = faults;
    }

    Answer answer(Asked asked) {
        var path = URLDecoder.decode(asked.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        int at = path.indexOf(COMMAND);
        if (at < 0) {
            return error(403, "ForbiddenException", "Forbidden");
        }
        var id = path.substring(at + COMMAND.length());
        return switch (asked.method()) {
            case "POST" -> answer(post(id, asked.body()));
            case "DELETE" -> answer(sockets.delete(id));
            case "GET" -> answer(sockets.isOpen(id) ? 200 : 410);
            default -> error(403, "ForbiddenException", "Forbidden");
        };
    }

    private int post(String id, String text) {
        if (faults.strikes(Fault.GONE, PLACE)) {
            sockets.cut(id);
        }
        return faults.strikes(Fault.SLOW, PLACE) ? 429 : sockets.post(id, text);
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
