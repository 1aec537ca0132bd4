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

/** A function behind the HTTP API: limits the body, has answers spelled by the facade of the path, and is the one place where exceptions end. */
public abstract class HttpFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /** Package-private, so that endpoints extend {@link Endpoint}, {@link PublicEndpoint} or {@link LinkEndpoint}. */
    HttpFunction() {}

    abstract Response respond(APIGatewayV2HTTPEvent event);

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        var facade = Facade.of(event.getRawPath());
        try {
            return Bodies.isTooLarge(event)
                    ? write(facade, Problem.tooLarge(), context)
                    : write(facade, respond(event), context);
        } catch (BadInput bad) {
            return write(facade, new Response.Refused(bad.refusal()), context);
        } catch (RuntimeException failed) {
            log(context, failed);
            return write(facade, Problem.failed(), context);
        }
    }

    private static APIGatewayV2HTTPResponse write(Facade facade, Response response, Context context) {
        return switch (response) {
            case Response.Ready ready -> write(ready.status(), Json.write(ready.body()), headers(context));
            case Response.Unfinished partly -> {
                if (partly.fault() != null) {
                    log(context, partly.fault());
                }
                yield write(partly.status(), Json.write(partly.body()), headers(context));
            }
            case Response.Said said -> write(said.status(), said.text(), headers(context));
            case Response.Shown page -> write(page.status(), page.html(), pageHeaders(context));
            case Response.Refused refused -> {
                var problem = Problem.of(refused.refusal());
                var headers = headers(context);
                switch (refused.refusal()) {
                    case Refusal.Busy busy ->
                        headers.put(
                                "retry-after", Long.toString(busy.retryAfter().toSeconds()));
                    case Refusal.Unauthenticated unknown -> headers.put("www-authenticate", facade.challenge());
                    default -> {}
                }
                yield write(problem.status(), Json.write(facade.spell(problem, context.getAwsRequestId())), headers);
            }
        };
    }

    private static APIGatewayV2HTTPResponse write(Facade facade, Problem problem, Context context) {
        return write(problem.status(), Json.write(facade.spell(problem, context.getAwsRequestId())), headers(context));
    }

    private static APIGatewayV2HTTPResponse write(int status, String body, Map<String, String> headers) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
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

    /** A page may load nothing and send its form only to where it came from; its address, which is a secret, goes nowhere. */
    private static Map<String, String> pageHeaders(Context context) {
        var headers = headers(context);
        headers.put("content-type", "text/html; charset=utf-8");
        headers.put(
                "content-security-policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        headers.put("referrer-policy", "no-referrer");
        headers.put("x-robots-tag", "noindex");
        return headers;
    }

    private static void log(Context context, RuntimeException failed) {
        var trace = new StringWriter();
        failed.printStackTrace(new PrintWriter(trace));
        context.getLogger().log(trace.toString(), LogLevel.ERROR);
    }
}
