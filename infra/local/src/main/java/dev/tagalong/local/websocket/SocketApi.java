package dev.tagalong.local.websocket;

import dev.tagalong.local.template.Template;
import java.util.Map;

/**
 * The WebSocket API of the template: which function each route calls.
 *
 * @param authorizer of $connect
 * @param stage the name in its address
 */
public record SocketApi(String authorizer, String connect, String disconnect, String receive, String stage) {

    /** Reads the template's one WebSocket API. */
    public static SocketApi of(Template template, String stage) {
        var properties = template.resources("AWS::Serverless::WebSocketApi")
                .values()
                .iterator()
                .next();
        var routes = Template.object(properties, "Routes");
        var auth = Template.object(properties, "Auth");
        return new SocketApi(
                function(Template.object(auth, "AuthArn")),
                route(routes, "$connect"),
                route(routes, "$disconnect"),
                route(routes, "$default"),
                stage);
    }

    private static String route(Map<String, Object> routes, String key) {
        return function(Template.object(Template.object(routes, key), "FunctionArn"));
    }

    private static String function(Map<String, Object> reference) {
        return String.valueOf(reference.get("Ref")).replace(".Alias", "");
    }
}
