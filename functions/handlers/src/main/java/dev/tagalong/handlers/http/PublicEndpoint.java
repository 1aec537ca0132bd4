package dev.tagalong.handlers.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** An endpoint that anybody may call, without a token. */
public abstract class PublicEndpoint extends HttpFunction {
    /** Answers one call. */
    protected abstract Response answer();

    @Override
    final Response respond(APIGatewayV2HTTPEvent event) {
        return answer();
    }

    @Override
    public final APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return super.handleRequest(event, context);
    }
}
