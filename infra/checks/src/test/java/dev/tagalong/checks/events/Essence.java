package dev.tagalong.checks.events;

import dev.tagalong.local.functions.Functions.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What two answers to the same event have in common: everything but ids, numbers of a counter, times and secrets. */
final class Essence {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final Set<String> COUNTED =
            Set.of("id", "reference_number", "referenceNumber", "total", "read_count", "ticket", "api_key", "revoked");
    private static final Set<String> OF_A_FAILURE = Set.of("errorMessage", "errorType");

    private Essence() {}

    static Map<String, @Nullable Object> of(Invocation invocation) {
        var essence = new TreeMap<String, @Nullable Object>();
        essence.put("failed", invocation.failed());
        var tree = Trees.read(invocation.payload());
        if (invocation.failed() && tree instanceof Map<?, ?> failure) {
            OF_A_FAILURE.forEach(name -> essence.put(name, failure.get(name)));
        } else {
            essence.put("answer", of("", tree));
        }
        return essence;
    }

    private static @Nullable Object of(String name, @Nullable Object value) {
        return value == null
                ? null
                : switch (value) {
                    case Map<?, ?> fields -> {
                        var shown = new TreeMap<String, @Nullable Object>();
                        fields.forEach((key, field) -> shown.put("" + key, of("" + key, field)));
                        yield shown;
                    }
                    case List<?> items ->
                        items.stream().map(item -> of(name, item)).collect(Collectors.toList());
                    case String text -> text(name, text);
                    case Number number -> COUNTED.contains(name) ? "<counted>" : number;
                    default -> value;
                };
    }

    private static @Nullable Object text(String name, String text) {
        if (name.equals("body") && text.startsWith("{")) {
            return of("", Trees.read(text));
        }
        return COUNTED.contains(name)
                ? "<counted>"
                : TIME.matcher(UUID.matcher(text).replaceAll("<uuid>")).replaceAll("<time>");
    }
}
