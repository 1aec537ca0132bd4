package dev.tagalong.handlers.http;

import dev.tagalong.domain.Uuids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads single words that have a fixed form, and names the field where one has not. */
final class Words {
    private static final Pattern NUMBER_FORM = Pattern.compile("[1-9][0-9]{0,9}");

    private static final int LONGEST_TIME = 40;

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
        return Uuids.read(text).orElseThrow(() -> new BadInput(field, "must be a uuid"));
    }

    static Instant time(String field, String text) {
        if (text.length() <= LONGEST_TIME) {
            try {
                return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeParseException notOne) {
                // said below
            }
        }
        throw new BadInput(field, "must be a time such as 2026-01-31T17:00:00Z");
    }

    static int number(String field, String text) {
        if (!NUMBER_FORM.matcher(text).matches() || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new BadInput(field, "must be a positive whole number");
        }
        return Integer.parseInt(text);
    }
}
