package dev.tagalong.domain.people;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.store.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be so for an admin to change a user. Nobody touches somebody above their own role or gives a role above it, and
 * a workspace keeps an owner who is active: whoever changes another owner is one, and an owner who steps down needs another.
 */
final class UserRules {
    private final Roster roster;

    UserRules(Roster roster) {
        this.roster = roster;
    }

    /**
     * What the transaction must expect besides the user who is changed, so that all of this still holds then.
     *
     * @param after the user as they are to be; null if they are erased
     */
    Outcome<List<Write>> expectations(WorkspaceId workspace, User admin, User before, @Nullable User after) {
        if (isAbove(before.role(), admin)) {
            return forbidden("you may not change somebody above your own role");
        }
        if (after != null && isAbove(after.role(), admin)) {
            return forbidden("you may not give a role above your own");
        }
        if (!admin.id().equals(before.id())) {
            return Outcome.done(List.of(new Write.ExpectUser(admin.id(), admin.role(), true)));
        }
        return isActiveOwner(before) && (after == null || !isActiveOwner(after))
                ? another(workspace, before)
                : Outcome.done(List.of());
    }

    private static boolean isAbove(@Nullable Role role, User admin) {
        return role != null && !admin.hasRole(role);
    }

    private static boolean isActiveOwner(User user) {
        return user.active() && user.role() == Role.OWNER;
    }

    private Outcome<List<Write>> another(WorkspaceId workspace, User owner) {
        return roster.agents(workspace).stream()
                .filter(listed -> listed.active() && listed.role() == Role.OWNER)
                .filter(listed -> !listed.user().equals(owner.id()))
                .findFirst()
                .map(other -> Outcome.done(List.<Write>of(new Write.ExpectUser(other.user(), Role.OWNER, true))))
                .orElseGet(() -> Outcome.refused(new Refusal.Conflict("a workspace keeps at least one owner")));
    }

    private static Outcome<List<Write>> forbidden(String message) {
        return Outcome.refused(new Refusal.Forbidden(message));
    }
}
