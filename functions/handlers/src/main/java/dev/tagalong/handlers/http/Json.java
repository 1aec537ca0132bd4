package dev.tagalong.handlers.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON, as maps and lists. Thread-safe. */
public final class Json {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final JSON JACKSON = JSON.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .enable(JSON.Feature.WRITE_NULL_PROPERTIES, JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS)
            .build();

    private Json() {}

    /** Reads whatever it is; throws IllegalArgumentException if it is not one JSON value and nothing behind it. */
    public static @Nullable Object readAny(String text) {
        try (var parser = JACKSON.getStreamingFactory().createParser(text)) {
            var value = JACKSON.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one JSON value");
            }
            return value;
        } catch (IOException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
        }
    }

    /** Writes maps, lists, strings, numbers, booleans and null. */
    public static String write(Object value) {
        try {
            return JACKSON.asString(value);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A point in time as every answer spells it, in UTC with milliseconds; null stays null. */
    public static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }

    /** An enum constant as every answer spells it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** An object with its fields in that order: names and values in turn. Values may be null. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            object.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return object;
    }
}
