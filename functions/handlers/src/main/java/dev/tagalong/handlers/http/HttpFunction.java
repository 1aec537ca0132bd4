package dev.tagalong.handlers.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

/** A function behind the HTTP API: limits the body, spells answers, and is the one place where exceptions end. */
public abstract class HttpFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /** Package-private, so that endpoints extend {@link Endpoint} or {@link PublicEndpoint}. */
    HttpFunction() {}

    abstract Response respond(APIGatewayV2HTTPEvent event);

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        try {
            return write(Bodies.isTooLarge(event) ? HelperIqErrors.tooLarge() : respond(event), context);
        } catch (BadInput bad) {
            return write(new Response.Refused(bad.refusal()), context);
        } catch (RuntimeException failed) {
            log(context, failed);
            return write(HelperIqErrors.failed(), context);
        }
    }

    private static APIGatewayV2HTTPResponse write(Response response, Context context) {
        return switch (response) {
            case Response.Ready ready -> write(ready, headers(context));
            case Response.Refused refused -> {
                var headers = headers(context);
                switch (refused.refusal()) {
                    case Refusal.Busy busy ->
                        headers.put(
                                "retry-after", Long.toString(busy.retryAfter().toSeconds()));
                    case Refusal.Unauthenticated unknown -> headers.put("www-authenticate", "Bearer");
                    default -> {}
                }
                yield write(HelperIqErrors.of(refused.refusal()), headers);
            }
        };
    }

    private static APIGatewayV2HTTPResponse write(Response.Ready ready, Map<String, String> headers) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(ready.status())
                .withHeaders(headers)
                .withBody(Json.write(ready.body()))
                .build();
    }

    private static Map<String, String> headers(Context context) {
        var headers = new HashMap<String, String>();
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("cache-control", "no-store");
        headers.put("x-content-type-options", "nosniff");
        headers.put("x-request-id", context.getAwsRequestId());
        return headers;
    }

    private static void log(Context context, RuntimeException failed) {
        var trace = new StringWriter();
        failed.printStackTrace(new PrintWriter(trace));
        context.getLogger().log(trace.toString(), LogLevel.ERROR);
    }
}
