package dev.tagalong.domain.memory;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.key.ApiKeys;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.key.KeyRing;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** API keys by their digests. */
final class InMemoryKeys implements ApiKeys {
    private final InMemoryStore store;

    InMemoryKeys(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<KeyGrant> find(WorkspaceId workspace, KeyDigest key) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.keys.get(key)));
    }

    @Override
    public KeyRing ring(WorkspaceId workspace, UserId user) {
        return store.in(workspace, tables -> ring(tables, user));
    }

    static KeyRing ring(Tables tables, UserId user) {
        return new KeyRing(
                user,
                tables.keys.entrySet().stream()
                        .filter(entry -> entry.getValue().user().equals(user))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
