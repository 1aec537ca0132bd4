package dev.tagalong.domain.subscription;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Snapshot;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread that a caller was let into, and what was read on the way.
 *
 * @param named the users whom the request names, by uuid
 */
record Room(Caller caller, User actor, ThreadKey thread, Map<UUID, UserId> named, Snapshot snapshot) {

    /** A user whom the request names; null if there is none. */
    @Nullable
    User user(UUID uuid) {
        var id = named.get(uuid);
        return id == null ? null : snapshot.user(id).orElse(null);
    }

    /** Whether the actor manages the subscriptions of others. */
    boolean managesAll() {
        return actor.hasRole(Role.SUPERVISOR);
    }
}
