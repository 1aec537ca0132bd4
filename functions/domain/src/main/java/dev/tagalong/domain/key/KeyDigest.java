package dev.tagalong.domain.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is kept of an API key, and what it is found by: its SHA-256. A fast hash is enough, since a key holds 256 random
 * bits that nobody guesses; and since a key is found by the digest of what was shown, no comparison tells by its time how
 * much of a guess was right.
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record KeyDigest(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public KeyDigest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a digest is 64 hexadecimal digits");
        }
    }

    static KeyDigest of(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new KeyDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
