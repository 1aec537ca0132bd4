package dev.tagalong.local.permissions;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One statement of a policy.
 *
 * @param allows whether it allows or denies
 * @param actions such as dynamodb:Query; a star stands for anything
 * @param resources ARNs; a star stands for anything
 * @param keys what the partition key of an item must look like for the statement to matter; empty if that is all the same
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">how policies
 *     are evaluated</a>
 */
public record Statement(boolean allows, List<String> actions, List<String> resources, List<String> keys) {
    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        keys = List.copyOf(keys);
    }

    /** Whether the statement speaks of that call. */
    public boolean covers(ServiceCall call) {
        return isLike(actions, call.action())
                && call.resources().stream().anyMatch(resource -> isLike(resources, resource))
                && (keys.isEmpty() || call.keys().stream().anyMatch(key -> isLike(keys, key)));
    }

    /** As it is written between the runner and the process of the functions. */
    public Map<String, Object> toJson() {
        return Map.of("allows", allows, "actions", actions, "resources", resources, "keys", keys);
    }

    /** Reads what {@link #toJson} wrote. */
    public static Statement fromJson(Map<?, ?> json) {
        return new Statement(
                Boolean.TRUE.equals(json.get("allows")),
                texts(json, "actions"),
                texts(json, "resources"),
                texts(json, "keys"));
    }

    private static List<String> texts(Map<?, ?> json, String name) {
        return json.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static boolean isLike(List<String> patterns, String text) {
        return patterns.stream()
                .anyMatch(pattern -> pattern(pattern).matcher(text).matches());
    }

    private static Pattern pattern(String stars) {
        return Pattern.compile(
                Stream.of(stars.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
