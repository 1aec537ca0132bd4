package dev.tagalong.handlers.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.access.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that only somebody with a valid token or API key may call. What that proves is who calls; what they may do
 * is decided by the domain with the first read of the request, and no endpoint knows which of the two it was.
 */
public abstract class Endpoint extends HttpFunction {
    private final Edge edge;

    protected Endpoint(Edge edge) {
        this.edge = edge;
    }

    /** Answers one call. Whatever it throws becomes a GeneralError that tells nothing. */
    protected abstract Response answer(Call call);

    /** How a call with an Idempotency-Key is kept from taking effect twice. */
    protected Repetition repetition() {
        return Repetition.CLAIMED;
    }

    @Override
    final Response respond(APIGatewayV2HTTPEvent event) {
        return switch (authenticate(event)) {
            case Outcome.Refused<Caller> refused -> new Response.Refused(refused.refusal());
            case Outcome.Done<Caller> done -> answer(event, done.value());
        };
    }

    private Response answer(APIGatewayV2HTTPEvent event, Caller caller) {
        var now = edge.clock().instant();
        if (!IdempotencyKey.isGiven(event)) {
            return answer(call(event, caller, now));
        }
        if (repetition() == Repetition.REFUSED) {
            throw new BadInput(IdempotencyKey.NAME, "is not taken here, as the answer holds a secret");
        }
        return edge.repeats().once(event, caller, repetition(), now, at -> answer(call(event, caller, at)));
    }

    private Outcome<Caller> authenticate(APIGatewayV2HTTPEvent event) {
        var header = header(event, "authorization");
        return edge.credentials()
                .verify(header)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Refusal.Unauthenticated(
                        header == null ? "a token or an API key is needed" : "the token or API key is not valid")));
    }

    private static @Nullable String header(APIGatewayV2HTTPEvent event, String name) {
        return event.getHeaders() == null ? null : event.getHeaders().get(name);
    }

    private static Call call(APIGatewayV2HTTPEvent event, Caller caller, Instant now) {
        return new Call(
                caller,
                Objects.requireNonNullElse(event.getPathParameters(), Map.of()),
                Query.parse(Objects.requireNonNullElse(event.getRawQueryString(), "")),
                Fields.parse(Bodies.read(event)),
                now);
    }

    @Override
    public final APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return super.handleRequest(event, context);
    }
}
