package dev.tagalong.local.http;

import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.wire.Json;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Requests as an HTTP API hands them to a function: payload format 2.0.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">AWS
 *     Lambda proxy integrations for HTTP APIs</a>
 */
final class HttpEvents {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpEvents() {}

    static String of(Request request, byte[] body, Routes.Match match) {
        var query = request.getHttpURI().getQuery();
        var raw = query == null ? "" : query;
        var text = text(body);
        var path = decode(String.valueOf(request.getHttpURI().getPath()));
        return Json.write(Json.of(
                "version",
                "2.0",
                "routeKey",
                match.key(),
                "rawPath",
                path,
                "rawQueryString",
                raw,
                "cookies",
                cookies(request),
                "headers",
                headers(request),
                "queryStringParameters",
                raw.isEmpty() ? null : parameters(raw),
                "pathParameters",
                match.parameters().isEmpty()
                        ? null
                        : match.parameters().entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, entry -> decode(entry.getValue()))),
                "requestContext",
                context(request, path, match),
                "body",
                body.length == 0 ? null : text == null ? Base64.getEncoder().encodeToString(body) : text,
                "isBase64Encoded",
                body.length > 0 && text == null));
    }

    private static Map<String, Object> context(Request request, String path, Routes.Match match) {
        var now = Instant.now();
        var agent = request.getHeaders().get("user-agent");
        return Json.of(
                "accountId",
                Deployment.ACCOUNT,
                "apiId",
                "local",
                "domainName",
                "127.0.0.1",
                "domainPrefix",
                "127",
                "http",
                Json.of(
                        "method",
                        request.getMethod(),
                        "path",
                        path,
                        "protocol",
                        "HTTP/1.1",
                        "sourceIp",
                        "127.0.0.1",
                        "userAgent",
                        agent == null ? "" : agent),
                "requestId",
                UUID.randomUUID().toString(),
                "routeKey",
                match.key(),
                "stage",
                "$default",
                "time",
                TIME.format(now),
                "timeEpoch",
                now.toEpochMilli());
    }

    private static @Nullable List<String> cookies(Request request) {
        var cookie = request.getHeaders().get("cookie");
        return cookie == null
                ? null
                : Arrays.stream(cookie.split(";")).map(String::strip).toList();
    }

    private static Map<String, String> headers(Request request) {
        return request.getHeaders().stream()
                .filter(field -> !field.getLowerCaseName().equals("cookie"))
                .collect(Collectors.toMap(
                        HttpField::getLowerCaseName,
                        field -> String.valueOf(field.getValue()),
                        (one, other) -> one + "," + other,
                        LinkedHashMap::new));
    }

    private static Map<String, String> parameters(String raw) {
        return Arrays.stream(raw.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> lenient(pair[0]),
                        pair -> pair.length == 1 ? "" : lenient(pair[1]),
                        (one, other) -> one + "," + other,
                        LinkedHashMap::new));
    }

    private static String lenient(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    static String decode(String path) {
        return lenient(path.replace("+", "%2B"));
    }

    private static @Nullable String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }
}
