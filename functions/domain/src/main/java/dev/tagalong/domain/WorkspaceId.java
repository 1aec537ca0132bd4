package dev.tagalong.domain;

import java.util.regex.Pattern;

/**
 * The tenant. Comes only from a verified token or API key, never from a body or a path.
 *
 * @param value 1 to 63 of a-z, 0-9 and hyphen, beginning with a letter or digit
 */
public record WorkspaceId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public WorkspaceId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("a workspace is 1 to 63 of a-z, 0-9 and hyphen");
        }
    }

    /** Whether that text names a workspace. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
