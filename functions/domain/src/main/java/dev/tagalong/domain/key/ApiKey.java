package dev.tagalong.domain.key;

import dev.tagalong.domain.WorkspaceId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API key as it was shown to somebody, without its secret. It reads {@code tgl.<workspace>.<secret>}, the secret 43
 * characters of base64url; it names its workspace because every read begins with one, and a wrong name finds nothing.
 */
public record ApiKey(WorkspaceId workspace, KeyDigest digest) {
    private static final String MARK = "tgl.";
    private static final Pattern FORM = Pattern.compile("tgl\\.([a-z0-9-]{1,63})\\.[A-Za-z0-9_-]{43}");

    /** Whether that text means to be an API key, be it one or not. */
    public static boolean isMeant(String text) {
        return text.startsWith(MARK);
    }

    /** Reads what somebody showed; absent if it has not the form of a key. */
    public static Optional<ApiKey> read(String text) {
        var parts = FORM.matcher(text);
        return parts.matches() && WorkspaceId.isOne(parts.group(1))
                ? Optional.of(new ApiKey(new WorkspaceId(parts.group(1)), KeyDigest.of(text)))
                : Optional.empty();
    }

    /** The whole key as it is shown once. */
    static String text(WorkspaceId workspace, String secret) {
        return MARK + workspace.value() + "." + secret;
    }
}
