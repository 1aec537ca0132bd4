package dev.tagalong.handlers.http;

import dev.tagalong.domain.UserId;
import java.util.UUID;

/** How a request names a user where either way is taken. */
public sealed interface UserName {
    /** By number. */
    record ById(UserId id) implements UserName {}

    /** By uuid. */
    record ByUuid(UUID uuid) implements UserName {}

    /** Reads a number or a uuid from text, naming the field if it is neither. */
    static UserName read(String field, String text) {
        return text.contains("-")
                ? new ByUuid(Words.uuid(field, text))
                : new ById(new UserId(Words.number(field, text)));
    }
}
