package dev.tagalong.domain.memory;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.fanout.Verdicts;
import java.util.List;
import java.util.Optional;

/** Verdicts of which the first stand. */
final class InMemoryVerdicts implements Verdicts {
    private final InMemoryStore store;

    InMemoryVerdicts(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Verdict> keep(WorkspaceId workspace, EventId event, List<Verdict> verdicts) {
        return store.in(workspace, tables -> tables.verdicts.computeIfAbsent(event, absent -> verdicts));
    }

    @Override
    public Optional<List<Verdict>> find(WorkspaceId workspace, EventId event) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.verdicts.get(event)));
    }
}
