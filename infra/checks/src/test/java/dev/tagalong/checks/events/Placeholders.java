package dev.tagalong.checks.events;

import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a sample for something that is made anew for each run: a word and whose it is. */
final class Placeholders {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("<(token|ticket|notification|uuid|department|unsubscribing|reply) of ([^>\"]+)>");

    private Placeholders() {}

    static String token(String email) {
        return "<token of " + email + ">";
    }

    static String ticket(String email) {
        return "<ticket of " + email + ">";
    }

    static String notification(String email) {
        return "<notification of " + email + ">";
    }

    static String unsubscribing(String email) {
        return "<unsubscribing of " + email + ">";
    }

    static String reply(String email) {
        return "<reply of " + email + ">";
    }

    static String uuid(String email) {
        return "<uuid of " + email + ">";
    }

    static String department(String name) {
        return "<department of " + name + ">";
    }

    /** The sample with each placeholder replaced by what the function gives for its word and whose it is. */
    static String fill(String sample, BinaryOperator<String> values) {
        return PLACEHOLDER
                .matcher(sample)
                .replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1), found.group(2))));
    }
}
