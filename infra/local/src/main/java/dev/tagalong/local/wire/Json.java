package dev.tagalong.local.wire;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps and lists. */
public final class Json {
    private static final JSON JACKSON =
            JSON.builder().enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

    private Json() {}

    /** Writes maps, lists, texts, numbers, booleans and null. */
    public static String write(@Nullable Object value) {
        try {
            return JACKSON.asString(value);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads an object; throws IllegalArgumentException if the text is none. */
    public static Map<String, Object> object(String text) {
        try {
            return JACKSON.mapFrom(text);
        } catch (IOException | RuntimeException notJson) {
            throw new IllegalArgumentException("must be a JSON object", notJson);
        }
    }

    /** An object with its fields in that order: names and values in turn; null values are left out. */
    public static Map<String, Object> of(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            var value = namesAndValues[at + 1];
            if (value != null) {
                object.put(String.valueOf(namesAndValues[at]), value);
            }
        }
        return object;
    }
}
