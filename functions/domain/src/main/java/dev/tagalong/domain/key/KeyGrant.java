package dev.tagalong.domain.key;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an API key stands for.
 *
 * @param user whom it speaks for
 * @param name what its maker called it, 1 to 100 characters
 * @param scopes what it is limited to; at least one; null if it is not limited
 * @param madeBy who made it
 */
public record KeyGrant(UserId user, String name, @Nullable Set<Scope> scopes, UserId madeBy, Instant madeAt) {
    public KeyGrant {
        scopes = scopes == null ? null : Set.copyOf(scopes);
        if (scopes != null && scopes.isEmpty()) {
            throw new IllegalArgumentException("a key is limited to something or not limited");
        }
    }
}
