package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.wire.Json;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the API answered. */
public record Answer(int status, String text, HttpHeaders headers) {

    /** The same, if it has that status; fails with the whole text if not. */
    public Answer is(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /** A refusal, spelled as every client of the family reads it. */
    void refuses(int expected, String type, String message) {
        is(expected);
        assertThat(body())
                .isEqualTo(Map.of(
                        "status",
                        "error",
                        "message",
                        message,
                        "error_type",
                        type + "Exception",
                        "data",
                        Map.of("message", message, "type", type + "Error")));
    }

    Map<String, Object> body() {
        return Json.object(text);
    }

    /** The value at the end of the path, by field names. */
    @Nullable
    Object at(String... path) {
        @Nullable Object value = body();
        for (var name : path) {
            value = value instanceof Map<?, ?> fields ? fields.get(name) : null;
        }
        return value;
    }

    /** The text at the end of the path. */
    public String string(String... path) {
        return String.valueOf(at(path));
    }

    /** The number at the end of the path; -1 if there is none. */
    public int number(String... path) {
        return at(path) instanceof Integer number ? number : -1;
    }

    /** The rows of a list. */
    public List<Map<String, Object>> rows(String... path) {
        assertThat(at(path)).as(text).isInstanceOf(List.class);
        return at(path) instanceof List<?> list
                ? list.stream().map(Answer::fields).toList()
                : List.of();
    }

    /** One field of every row. */
    List<@Nullable Object> column(String field, String... path) {
        return rows(path).stream().<@Nullable Object>map(row -> row.get(field)).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> fields(@Nullable Object object) {
        assertThat(object).isInstanceOf(Map.class);
        return (Map<String, Object>) Objects.requireNonNull(object);
    }
}
