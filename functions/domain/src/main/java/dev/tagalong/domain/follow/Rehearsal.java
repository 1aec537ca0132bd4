package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A ledger that writes nothing and says what would come of changes of followers, as if those that it was given before had
 * been written: they count for the limit. Thread-safe as long as one conversation is not asked for by two threads.
 */
final class Rehearsal implements Ledger {
    private final Records records;
    private final Map<ConversationId, Integer> counted = new ConcurrentHashMap<>();

    Rehearsal(Records records) {
        this.records = records;
    }

    @Override
    public Commit commit(WorkspaceId workspace, List<Write> writes) {
        return writes.stream()
                .filter(Write.CountParticipant.class::isInstance)
                .map(Write.CountParticipant.class::cast)
                .findFirst()
                .map(count -> count(workspace, count))
                .orElseThrow(() -> new IllegalArgumentException("only changes of followers are rehearsed"));
    }

    private Commit count(WorkspaceId workspace, Write.CountParticipant count) {
        var id = count.conversation();
        var read = records.read(Lookup.in(workspace).conversation(id)).conversation(id);
        if (read.isEmpty() || !read.get().assignment().equals(count.expected())) {
            return new Commit.Stale();
        }
        int so = read.get().participantCount() + counted.getOrDefault(id, 0);
        if (count.delta() > 0 && so + count.delta() > count.limit()) {
            return new Commit.LimitReached(count.limit());
        }
        counted.merge(id, count.delta(), Integer::sum);
        return new Commit.Committed();
    }

    @Override
    public int next(WorkspaceId workspace, Counter counter, int step) {
        throw new UnsupportedOperationException("following counts nothing up");
    }
}
