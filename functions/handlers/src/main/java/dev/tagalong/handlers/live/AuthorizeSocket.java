package dev.tagalong.handlers.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.access.SocketAdmissions;
import dev.tagalong.handlers.identity.Tokens;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Authorizes $connect: by a one-time ticket in the query, or by a token among the subprotocols. Throwing exactly
 * Unauthorized is how API Gateway is told to answer 401.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html">Lambda
 *     REQUEST authorizers of WebSocket APIs</a>
 */
public final class AuthorizeSocket implements RequestHandler<APIGatewayCustomAuthorizerEvent, IamPolicyResponse> {
    private final SocketAdmissions admissions;
    private final Tokens tokens;

    /** For Lambda. */
    public AuthorizeSocket() {
        this(Wiring.shared().admissions(), Wiring.shared().tokens());
    }

    AuthorizeSocket(SocketAdmissions admissions, Tokens tokens) {
        this.admissions = admissions;
        this.tokens = tokens;
    }

    @Override
    public IamPolicyResponse handleRequest(APIGatewayCustomAuthorizerEvent event, Context context) {
        return admission(event)
                .map(admission -> allow(event.getMethodArn(), admission))
                .orElseThrow(() -> new IllegalStateException("Unauthorized"));
    }

    private Optional<Admission> admission(APIGatewayCustomAuthorizerEvent event) {
        var query = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        var ticket = query.get("ticket");
        if (ticket != null) {
            return admissions.redeem(ticket);
        }
        var headers = Objects.requireNonNullElse(event.getHeaders(), Map.<String, String>of());
        return Subprotocols.token(headers).flatMap(tokens::verify).flatMap(admissions::admit);
    }

    private static IamPolicyResponse allow(String method, Admission admission) {
        return IamPolicyResponse.builder()
                .withPrincipalId(Integer.toString(admission.user().value()))
                .withPolicyDocument(IamPolicyResponse.PolicyDocument.builder()
                        .withVersion(IamPolicyResponse.VERSION_2012_10_17)
                        .withStatement(List.of(IamPolicyResponse.allowStatement(method)))
                        .build())
                .withContext(Admissions.write(admission))
                .build();
    }
}
