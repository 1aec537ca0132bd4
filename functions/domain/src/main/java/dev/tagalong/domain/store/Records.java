package dev.tagalong.domain.store;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.User;
import java.util.Collection;
import java.util.Map;

/** The consistent batched read on which every decision rests. Thread-safe. */
public interface Records {
    /**
     * Reads what is asked for, each item consistently though not all at one moment. One call to the store for up to 100
     * items; a lookup of nothing but the settings is one call too.
     */
    Snapshot read(Lookup lookup);

    /** Those of these users who exist, each read consistently: one call to the store for each hundred, none for nobody. */
    Map<UserId, User> users(WorkspaceId workspace, Collection<UserId> ids);
}
