package dev.tagalong.domain.follow;

import org.jspecify.annotations.Nullable;

/**
 * A change of some of the terms.
 *
 * @param access null to leave it as it is
 * @param notices null to leave them as they are
 */
public record TermsChange(
        @Nullable FollowAccess access, @Nullable Notify notices) {
    Terms of(Terms before) {
        return new Terms(access == null ? before.access() : access, notices == null ? before.notices() : notices);
    }
}
