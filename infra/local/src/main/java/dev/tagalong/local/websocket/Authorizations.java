package dev.tagalong.local.websocket;

import dev.tagalong.local.functions.Functions.Invocation;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an authorizer's answer means: throwing exactly Unauthorized is 401, a policy that denies 403, other failures 500. */
final class Authorizations {
    private Authorizations() {}

    static int status(Invocation authorized) {
        var answer = Json.object(authorized.payload());
        if (authorized.failed()) {
            return "Unauthorized".equals(answer.get("errorMessage")) ? 401 : 500;
        }
        var statements = Template.list(Template.object(answer, "policyDocument"), "Statement");
        boolean allowed = !statements.isEmpty()
                && statements.stream()
                        .allMatch(each -> "Allow".equals(Template.object(each).get("Effect")));
        return allowed ? 200 : 403;
    }

    /** The context, every value a text, and the principal beside it. */
    static Map<String, Object> context(Invocation authorized) {
        var answer = Json.object(authorized.payload());
        var context = new LinkedHashMap<String, Object>();
        Template.object(answer, "context").forEach((name, value) -> context.put(name, String.valueOf(value)));
        context.put("principalId", String.valueOf(answer.get("principalId")));
        return context;
    }
}
