package dev.tagalong.domain.memory;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.once.Claim;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.once.Reply;
import java.time.Instant;
import java.util.Optional;

/** Keeps claims in memory. */
final class InMemoryClaims implements Claims {
    private final InMemoryStore store;

    InMemoryClaims(InMemoryStore store) {
        this.store = store;
    }

    static boolean stands(Tables tables, String name, Instant at) {
        var kept = tables.claims.get(name);
        return kept != null && at.isBefore(kept.claim().expiresAt());
    }

    @Override
    public Optional<Kept> find(WorkspaceId workspace, String name) {
        return store.in(
                workspace,
                tables -> stands(tables, name, store.now())
                        ? Optional.ofNullable(tables.claims.get(name))
                        : Optional.empty());
    }

    @Override
    public boolean make(WorkspaceId workspace, Claim claim, Reply reply) {
        return store.in(workspace, tables -> {
            boolean free = !stands(tables, claim.name(), claim.at());
            if (free) {
                tables.claims.put(claim.name(), new Kept(claim, reply));
            }
            return free;
        });
    }

    @Override
    public void add(WorkspaceId workspace, Claim claim, Reply reply) {
        store.in(
                workspace,
                tables -> tables.claims.computeIfPresent(
                        claim.name(),
                        (name, kept) ->
                                kept.reply() == null && kept.claim().request().equals(claim.request())
                                        ? new Kept(kept.claim(), reply)
                                        : kept));
    }
}
