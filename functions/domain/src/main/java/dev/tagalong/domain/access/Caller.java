package dev.tagalong.domain.access;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a verified token or key speaks for. Proves identity only: role, teams and whether the user is active are read
 * with the first read of the request.
 *
 * @param scopes what the token is limited to; null if it is not limited
 * @param expiresAt when the token ends
 */
public record Caller(
        WorkspaceId workspace, UserId user, @Nullable Set<Scope> scopes, Instant expiresAt) {

    /** Whether the token allows it; the role may still not. */
    public boolean hasScope(Scope scope) {
        return scopes == null || scopes.contains(scope);
    }
}
