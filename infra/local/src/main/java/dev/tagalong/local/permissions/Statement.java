package dev.tagalong.local.permissions;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One statement of a policy.
 *
 * @param allows whether it allows or denies
 * @param actions such as dynamodb:Query; a star stands for anything
 * @param resources ARNs; a star stands for anything
 * @param keys what the partition keys of a call must look like for the statement to matter
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">how policies
 *     are evaluated</a>
 */
public record Statement(boolean allows, List<String> actions, List<String> resources, KeyCondition keys) {
    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    /** Whether the statement speaks of that call. */
    public boolean covers(ServiceCall call) {
        return permissions().anyMatch(permission -> permission.covers(call)) && keys.holds(call.keys());
    }

    /** Each of its actions on each of its resources. */
    Stream<Permission> permissions() {
        return actions.stream().flatMap(action -> resources.stream().map(resource -> new Permission(action, resource)));
    }

    /** As it is written between the runner and the process of the functions. */
    public Map<String, Object> toJson() {
        return Map.of("allows", allows, "actions", actions, "resources", resources, "keys", keys.toJson());
    }

    /** Reads what {@link #toJson} wrote. */
    public static Statement fromJson(Map<?, ?> json) {
        return new Statement(
                Boolean.TRUE.equals(json.get("allows")),
                texts(json, "actions"),
                texts(json, "resources"),
                json.get("keys") instanceof Map<?, ?> keys ? KeyCondition.fromJson(keys) : KeyCondition.NONE);
    }

    static List<String> texts(Map<?, ?> json, String name) {
        return json.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
