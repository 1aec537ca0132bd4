package dev.tagalong.domain.memory;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.Left;
import dev.tagalong.domain.fanout.Progress;
import java.util.Optional;

/** What is left of events, as it was last noted. */
final class InMemoryProgress implements Progress {
    private final InMemoryStore store;

    InMemoryProgress(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Left> of(WorkspaceId workspace, EventId event) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.progress.get(event)));
    }

    @Override
    public void mark(WorkspaceId workspace, EventId event, Left left) {
        store.in(workspace, tables -> Optional.ofNullable(tables.progress.put(event, left)));
    }
}
