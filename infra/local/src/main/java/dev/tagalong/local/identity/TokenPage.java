package dev.tagalong.local.identity;

import dev.tagalong.local.functions.Functions;
import dev.tagalong.local.http.LocalPage;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Signs somebody in by email alone: POST {"email", "workspace"?, "scope"?, "expires_in"?}. As Cognito does, it has the
 * template's own trigger say which claims the token gets.
 */
public final class TokenPage implements LocalPage {
    private static final int LONGEST = 3600;

    private final Issuer issuer;
    private final Functions functions;
    private final String audience;

    public TokenPage(Issuer issuer, Functions functions, String audience) {
        this.issuer = issuer;
        this.functions = functions;
        this.audience = audience;
    }

    @Override
    public Page answer(Map<String, String> query, SdkBytes body) {
        Map<String, Object> asked;
        try {
            asked = Json.object(body.asUtf8String());
        } catch (IllegalArgumentException notJson) {
            return error(400, "body: " + notJson.getMessage());
        }
        if (!(asked.get("email") instanceof String email)) {
            return error(400, "email: must be a string");
        }
        if (!(asked.getOrDefault("workspace", "demo") instanceof String workspace)) {
            return error(400, "workspace: must be a string");
        }
        if (!(asked.getOrDefault("expires_in", LONGEST) instanceof Integer life) || life < 1 || life > LONGEST) {
            return error(400, "expires_in: must be a whole number from 1 to 3600");
        }
        return token(email, workspace, asked, life);
    }

    private Page token(String email, String workspace, Map<String, Object> asked, int life) {
        var invocation = functions.invoke("AddTokenClaims", Json.write(trigger(audience, email, workspace)));
        if (invocation.failed()) {
            return error(404, "nobody in workspace " + workspace + " has the email " + email);
        }
        var response = Template.object(Json.object(invocation.payload()), "response");
        var details = Template.object(response, "claimsAndScopeOverrideDetails");
        var generation = Template.object(details, "accessTokenGeneration");
        var claims = new LinkedHashMap<>(Template.object(generation, "claimsToAddOrOverride"));
        if (asked.get("scope") instanceof String scope) {
            claims.put("scope", scope);
        }
        var token = issuer.sign(audience, claims, Duration.ofSeconds(life));
        return new Page(200, Json.write(Json.of("token", token)));
    }

    private static Map<String, Object> trigger(String client, String email, String workspace) {
        var attributes = Json.of("email", email, "email_verified", "true", "custom:workspace", workspace);
        return Json.of(
                "version",
                "2",
                "triggerSource",
                "TokenGeneration_HostedAuth",
                "region",
                "eu-central-1",
                "userPoolId",
                "local",
                "userName",
                email,
                "callerContext",
                Json.of("clientId", client),
                "request",
                Json.of("userAttributes", attributes),
                "response",
                Json.of());
    }

    private static Page error(int status, String message) {
        return new Page(status, Json.write(Json.of("error", message)));
    }
}
