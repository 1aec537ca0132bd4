package dev.tagalong.handlers.people;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Triggered by Cognito before it issues a token, by an event of version V2_0: adds the claims workspace and user_id, so that a
 * token alone says who calls, and aud, which Cognito's access tokens lack otherwise. The workspace is the custom attribute of
 * that name, the user is found in it by email, which must be verified: a pool may let people write their own attributes.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html">Pre
 *     token generation Lambda trigger</a>
 */
public final class AddTokenClaims implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final Directory directory;
    private final Records records;

    /** For Lambda. */
    public AddTokenClaims() {
        this(Wiring.shared().directory(), Wiring.shared().records());
    }

    AddTokenClaims(Directory directory, Records records) {
        this.directory = directory;
        this.records = records;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        var fields = Fields.of(event);
        var client = fields.object("callerContext").text("clientId", 128);
        var attributes = fields.object("request").object("userAttributes");
        if (!attributes.text("email_verified", 5).equals("true")) {
            throw new IllegalArgumentException("the email is not verified");
        }
        var workspace = new WorkspaceId(attributes.text("custom:workspace", 63));
        var user = user(workspace, attributes.text("email", 254))
                .orElseThrow(() -> new IllegalArgumentException("no active user has this email"));
        var claims = claims(workspace, user);
        var forAccess = new HashMap<>(claims);
        forAccess.put("aud", client);
        var answered = new HashMap<>(event);
        answered.put(
                "response",
                Map.of(
                        "claimsAndScopeOverrideDetails",
                        Map.of("idTokenGeneration", added(claims), "accessTokenGeneration", added(forAccess))));
        return answered;
    }

    private Optional<UserId> user(WorkspaceId workspace, String email) {
        return directory
                .byEmail(workspace, email)
                .flatMap(id -> records.read(Lookup.in(workspace).user(id)).user(id))
                .filter(User::active)
                .map(User::id);
    }

    private static Map<String, Object> added(Map<String, Object> claims) {
        return Map.of("claimsToAddOrOverride", claims);
    }

    private static Map<String, Object> claims(WorkspaceId workspace, UserId user) {
        return Map.of("workspace", workspace.value(), "user_id", Integer.toString(user.value()));
    }
}
