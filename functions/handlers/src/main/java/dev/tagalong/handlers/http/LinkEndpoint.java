package dev.tagalong.handlers.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Objects;

/**
 * An endpoint that whoever knows a link may call: the token in its path is all that is asked for. It is handed to the
 * domain and never logged; a body is not looked at.
 */
public abstract class LinkEndpoint extends HttpFunction {
    /** Answers one call. */
    protected abstract Response answer(String token);

    @Override
    final Response respond(APIGatewayV2HTTPEvent event) {
        var path = Objects.requireNonNullElse(event.getPathParameters(), Map.<String, String>of());
        return answer(path.getOrDefault("token", ""));
    }

    @Override
    public final APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return super.handleRequest(event, context);
    }
}
