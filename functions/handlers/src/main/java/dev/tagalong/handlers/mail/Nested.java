package dev.tagalong.handlers.mail;

import java.util.Map;

/** Reads what lies deep in an event of SES, whatever shape that turns out to have. */
final class Nested {
    private Nested() {}

    /** What stands at the end of these names, one within the other; the empty string if there is nothing. */
    static Object at(Object object, String... path) {
        Object value = object;
        for (var name : path) {
            Object next = value instanceof Map<?, ?> fields ? fields.get(name) : null;
            value = next == null ? "" : next;
        }
        return value;
    }
}
