package dev.tagalong.local.websocket;

import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a WebSocket API hands to functions.
 *
 * @param stage of the API
 * @param id of the connection
 * @param connectedAt milliseconds since the epoch
 * @param headers of the upgrade request, each with all its values
 * @param query of the upgrade request
 */
record SocketEvents(
        String stage, String id, long connectedAt, Map<String, List<String>> headers, Map<String, String> query) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Asks the authorizer of $connect. */
    String authorize() {
        var event = upgrade("REQUEST");
        event.put("methodArn", Deployment.arn("execute-api", Deployment.SOCKET_API + "/" + stage + "/$connect"));
        event.put("requestContext", context("$connect", "CONNECT", null));
        return Json.write(event);
    }

    /** $connect, with what the authorizer said. */
    String connect(Map<String, Object> authorizer) {
        var event = upgrade(null);
        event.put("requestContext", context("$connect", "CONNECT", authorizer));
        event.put("isBase64Encoded", false);
        return Json.write(event);
    }

    /** One frame from the client. */
    String message(Map<String, Object> authorizer, String request, String body) {
        var context = context("$default", "MESSAGE", authorizer);
        context.put("requestId", request);
        return Json.write(Json.of("requestContext", context, "body", body, "isBase64Encoded", false));
    }

    /** What the client hears if the function failed at its frame. */
    String failure(String request) {
        return Json.write(Json.of("message", "Internal server error", "connectionId", id, "requestId", request));
    }

    /** $disconnect. */
    String disconnect(Map<String, Object> authorizer, int status, @Nullable String reason) {
        var context = context("$disconnect", "DISCONNECT", authorizer);
        context.put("disconnectStatusCode", status);
        context.put("disconnectReason", reason == null ? "" : reason);
        return Json.write(Json.of("requestContext", context, "isBase64Encoded", false));
    }

    private Map<String, Object> upgrade(@Nullable String type) {
        return Json.of(
                "type",
                type,
                "headers",
                headers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().getLast(),
                                (one, other) -> other,
                                LinkedHashMap::new)),
                "multiValueHeaders",
                headers,
                "queryStringParameters",
                query.isEmpty() ? null : query,
                "multiValueQueryStringParameters",
                query.isEmpty()
                        ? null
                        : query.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
    }

    private Map<String, Object> context(String route, String type, @Nullable Map<String, Object> authorizer) {
        var now = Instant.now();
        return Json.of(
                "routeKey",
                route,
                "messageId",
                type.equals("MESSAGE") ? UUID.randomUUID().toString() : null,
                "eventType",
                type,
                "extendedRequestId",
                UUID.randomUUID().toString(),
                "requestTime",
                TIME.format(now),
                "messageDirection",
                "IN",
                "stage",
                stage,
                "connectedAt",
                connectedAt,
                "requestTimeEpoch",
                now.toEpochMilli(),
                "identity",
                Json.of("sourceIp", "127.0.0.1"),
                "requestId",
                UUID.randomUUID().toString(),
                "domainName",
                "127.0.0.1",
                "connectionId",
                id,
                "apiId",
                Deployment.SOCKET_API,
                "authorizer",
                authorizer);
    }
}
