package dev.tagalong.checks.events;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON as maps in the order of their keys, lists and scalars. */
final class Trees {
    private static final JSON JACKSON =
            JSON.builder().enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

    private Trees() {}

    /** Reads any JSON, with the keys of each object in order. */
    static @Nullable Object read(String text) {
        try {
            return sorted(JACKSON.anyFrom(text));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Reads an object; throws IllegalArgumentException if the text is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        if (!(read(text) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("no object: " + text);
        }
        return (Map<String, Object>) fields;
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return value == null
                ? null
                : switch (value) {
                    case Map<?, ?> fields -> {
                        var ordered = new TreeMap<String, @Nullable Object>();
                        fields.forEach((name, field) -> ordered.put(String.valueOf(name), sorted(field)));
                        yield ordered;
                    }
                    case List<?> items -> items.stream().map(Trees::sorted).collect(Collectors.toList());
                    default -> value;
                };
    }

    static String compact(@Nullable Object tree) {
        return write(JACKSON, tree);
    }

    /** As people read it, with a line break at the end. */
    static String pretty(@Nullable Object tree) {
        return write(JACKSON.with(JSON.Feature.PRETTY_PRINT_OUTPUT), tree) + "\n";
    }

    private static String write(JSON writer, @Nullable Object tree) {
        try {
            return writer.asString(tree);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
