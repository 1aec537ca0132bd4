package dev.tagalong.handlers.frontdesk;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.tagalong.domain.ConversationId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A request as the HTTP API hands it to a function. */
public final class Request {
    private final APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> path = new HashMap<>();

    /** A request of nobody. */
    public Request() {
        event.setHeaders(headers);
        event.setPathParameters(path);
        event.setRawQueryString("");
    }

    /** Of that whole path, which tells the facade. */
    public Request at(String rawPath) {
        event.setRawPath(rawPath);
        return this;
    }

    /** A call that changes something, of that method and whole path, under an Idempotency-Key. */
    public Request once(String method, String rawPath, String key) {
        var http = new APIGatewayV2HTTPEvent.RequestContext.Http();
        http.setMethod(method);
        var context = new APIGatewayV2HTTPEvent.RequestContext();
        context.setHttp(http);
        event.setRequestContext(context);
        return at(rawPath).header("idempotency-key", key);
    }

    /** With a header, whose name is in lower case as the gateway makes it. */
    public Request header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** With a bearer token. */
    public Request token(String token) {
        return header("authorization", "Bearer " + token);
    }

    /** With a part of the path. */
    public Request path(String name, String value) {
        path.put(name, value);
        return this;
    }

    /** Under a conversation. */
    public Request on(ConversationId conversation) {
        return path("uuid", conversation.toString());
    }

    /** With a query as it stands in the URL. */
    public Request query(String raw) {
        event.setRawQueryString(raw);
        return this;
    }

    /** With a body of text. */
    public Request body(String text) {
        event.setBody(text);
        return this;
    }

    /** With a body of bytes. */
    public Request body(byte[] bytes) {
        event.setIsBase64Encoded(true);
        return body(Base64.getEncoder().encodeToString(bytes));
    }

    /** Without the parts that the gateway leaves out when they are empty. */
    public Request bare() {
        event.setHeaders(null);
        event.setPathParameters(null);
        event.setRawQueryString(null);
        return this;
    }

    /** What a function answers to it. */
    public Answer to(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
        return to(function, new Invocation());
    }

    /** What a function answers to it in that invocation. */
    public Answer to(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function, Invocation invocation) {
        return Answer.of(function.handleRequest(event, invocation));
    }
}
