package dev.tagalong.handlers.wiring;

import java.util.Map;

/** The environment that template.yaml gives to every function. */
record Environment(Map<String, String> variables) {
    Environment {
        variables = Map.copyOf(variables);
    }

    /** A variable; throws IllegalStateException if it is not set. */
    String text(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("the environment lacks " + name);
        }
        return value;
    }

    /** A variable that is a whole number; throws IllegalStateException if it is not set or no number. */
    int number(String name) {
        var text = text(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalStateException(name + " must be a whole number, not " + text, malformed);
        }
    }

    /** The domain of the sender's address. */
    String mailDomain() {
        var from = text("MAIL_FROM");
        return from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
    }
}
