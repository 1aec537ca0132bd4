package dev.tagalong.local.streams;

import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter of an event source mapping: exact values, prefix, exists and anything-but, in any depth.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">Lambda event filtering</a>
 */
final class FilterPattern {
    private final Map<String, Object> pattern;

    private FilterPattern(Map<String, Object> pattern) {
        this.pattern = pattern;
    }

    /** The patterns of a mapping, of which one must match. */
    static List<FilterPattern> of(Map<String, Object> properties) {
        return Template.list(Template.object(properties, "FilterCriteria"), "Filters").stream()
                .map(filter -> String.valueOf(Template.object(filter).get("Pattern")))
                .map(text -> new FilterPattern(Json.object(text)))
                .toList();
    }

    boolean matches(Map<String, Object> record) {
        return matches(pattern, record);
    }

    private static boolean matches(Map<String, Object> pattern, @Nullable Object value) {
        Map<?, ?> object = value instanceof Map<?, ?> map ? map : Map.of();
        return pattern.entrySet().stream().allMatch(entry -> {
            var inner = object.get(entry.getKey());
            return entry.getValue() instanceof List<?> rules
                    ? rules.stream().anyMatch(rule -> fits(rule, inner))
                    : matches(Template.object(entry.getValue()), inner);
        });
    }

    private static boolean fits(@Nullable Object rule, @Nullable Object value) {
        if (!(rule instanceof Map<?, ?> operator)) {
            return String.valueOf(rule).equals(String.valueOf(value));
        }
        var entry = operator.entrySet().iterator().next();
        return switch (String.valueOf(entry.getKey())) {
            case "prefix" -> value instanceof String text && text.startsWith(String.valueOf(entry.getValue()));
            case "exists" -> Boolean.TRUE.equals(entry.getValue()) == (value != null);
            case "anything-but" ->
                value != null
                        && !(entry.getValue() instanceof List<?> others
                                ? others.contains(value)
                                : String.valueOf(value).equals(String.valueOf(entry.getValue())));
            default -> throw new IllegalArgumentException("the runner does not know the filter " + entry.getKey());
        };
    }
}
