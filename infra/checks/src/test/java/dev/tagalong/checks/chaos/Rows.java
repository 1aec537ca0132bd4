package dev.tagalong.checks.chaos;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the API answers. */
final class Rows {
    private Rows() {}

    /** The rows of a list. */
    static List<Map<String, Object>> of(Map<String, Object> answer) {
        return data(answer).get("results") instanceof List<?> rows
                ? rows.stream().map(Rows::fields).toList()
                : List.of();
    }

    static Map<String, Object> data(Map<String, Object> answer) {
        return fields(answer.get("data"));
    }

    static int number(Map<String, Object> answer, String field) {
        return data(answer).get(field) instanceof Integer number ? number : -1;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> fields(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new AssertionError("no object: " + value);
        }
        return (Map<String, Object>) map;
    }
}
