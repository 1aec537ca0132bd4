package dev.tagalong.domain.people;

import dev.tagalong.domain.UserId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a list knows of somebody without reading them: enough to search and to sort.
 *
 * @param name their full name
 * @param email empty if there is none
 * @param role null for a contact
 */
public record Listed(
        UserId user, Folded name, Folded email, @Nullable Role role, boolean active) {
    /** By name, and by number where names are the same. Latin letters come before those of other scripts. */
    public static final Comparator<Listed> BY_NAME = Comparator.<Listed, String>comparing(
                    listed -> listed.name().text())
            .thenComparingInt(listed -> listed.user().value());

    /** What a list would know of that user. */
    public static Listed of(User user) {
        var email = user.person().email();
        return new Listed(
                user.id(),
                Folded.of(user.person().fullName()),
                Folded.of(email == null ? "" : email),
                user.role(),
                user.active());
    }

    /** Whether name, address or a word of either begins so. */
    public boolean begins(Folded beginning) {
        return name.begins(beginning) || email.begins(beginning);
    }
}
