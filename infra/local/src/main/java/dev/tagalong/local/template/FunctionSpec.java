package dev.tagalong.local.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One function of the template.
 *
 * @param handler class and method, Class::method
 * @param alias under which its triggers call it; null if they call the function itself
 * @param timeoutSeconds after which an invocation has failed
 * @param code the jar
 * @param environment variables, whose values may hold intrinsic functions
 * @param events what triggers it, by the names that the template gives
 * @param policies its statements and the managed policies it refers to
 */
public record FunctionSpec(
        String name,
        String handler,
        @Nullable String alias,
        int timeoutSeconds,
        Path code,
        Map<String, Object> environment,
        Map<String, Object> events,
        List<Object> policies) {
    public FunctionSpec {
        environment = Map.copyOf(environment);
        events = Map.copyOf(events);
        policies = List.copyOf(policies);
    }

    /** The ARN by which its triggers call it. */
    public String calledArn() {
        return Deployment.arn("lambda", "function:" + (alias == null ? name : name + ":" + alias));
    }

    /** The class of the handler. */
    public String handlerClass() {
        return handler.substring(0, handler.indexOf("::"));
    }
}
