package dev.tagalong.handlers.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads single words that have a fixed form, and names the field where one has not. */
final class Words {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER_FORM = Pattern.compile("[1-9][0-9]{0,9}");

    private Words() {}

    static <E extends Enum<E>> E read(String field, String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Json.word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput(field, "must be one of " + all(type)));
    }

    private static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Json::word).collect(Collectors.joining(", "));
    }

    static UUID uuid(String field, String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new BadInput(field, "must be a uuid");
        }
        return UUID.fromString(text.toLowerCase(Locale.ROOT));
    }

    static int number(String field, String text) {
        if (!NUMBER_FORM.matcher(text).matches() || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new BadInput(field, "must be a positive whole number");
        }
        return Integer.parseInt(text);
    }
}
