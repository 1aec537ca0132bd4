package dev.tagalong.handlers.identity;

import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.key.ApiKey;
import dev.tagalong.domain.key.KeyCallers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from an Authorization header who calls: a token or an API key after Bearer (RFC 6750), or an API key as the
 * password after Basic (RFC 7617), whatever the user name. Only a key costs a read. Thread-safe.
 */
public final class Credentials {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";
    private static final int LONGEST = 8192;

    private final Tokens tokens;
    private final KeyCallers keys;

    public Credentials(Tokens tokens, KeyCallers keys) {
        this.tokens = tokens;
        this.keys = keys;
    }

    /** Whom the header speaks for; absent if it proves nothing, however it is malformed. Throws if keys cannot be read. */
    public Optional<Caller> verify(@Nullable String authorization) {
        if (authorization == null || authorization.length() > LONGEST) {
            return Optional.empty();
        }
        if (begins(authorization, BEARER)) {
            var shown = authorization.substring(BEARER.length()).strip();
            return ApiKey.isMeant(shown) ? keys.verify(shown) : tokens.verify(shown);
        }
        return begins(authorization, BASIC)
                ? password(authorization.substring(BASIC.length()).strip()).flatMap(keys::verify)
                : Optional.empty();
    }

    private static boolean begins(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /** What stands behind the first colon, since a user name has none. */
    private static Optional<String> password(String encoded) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            var pair = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
