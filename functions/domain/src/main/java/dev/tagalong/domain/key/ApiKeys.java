package dev.tagalong.domain.key;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.util.Optional;

/** Finds API keys, consistently. Thread-safe. */
public interface ApiKeys {
    /** What a key stands for, with one call; absent if there is no such key, or no longer. */
    Optional<KeyGrant> find(WorkspaceId workspace, KeyDigest key);

    /** The keys of a user; empty if they have none. */
    KeyRing ring(WorkspaceId workspace, UserId user);
}
