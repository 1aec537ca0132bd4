package dev.tagalong.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads uuids as people and other systems write them. */
public final class Uuids {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** The uuid of that text, in whatever case; absent if it has not all 36 characters of one (RFC 9562, section 4). */
    public static Optional<UUID> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
