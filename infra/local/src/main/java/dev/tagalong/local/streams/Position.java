package dev.tagalong.local.streams;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * How far a shard was read, and how far it was handled: up to the first record that is still in somebody's hands. That is
 * its checkpoint. Thread-safe.
 */
final class Position {
    private final Checkpoints checkpoints;
    private final String shard;
    /** Before which sequence number each record stands that is in somebody's hands; null if it is the very first. */
    private final NavigableMap<Long, @Nullable String> inHand = new TreeMap<>();

    private final CountDownLatch done = new CountDownLatch(1);

    private @Nullable String last;
    private long places;
    private boolean ended;

    Position(Checkpoints checkpoints, String shard) {
        this.checkpoints = checkpoints;
        this.shard = shard;
        this.last = checkpoints.of(shard).orElse(null);
    }

    /** The last record that was read; absent if none was. */
    synchronized Optional<String> last() {
        return Optional.ofNullable(last);
    }

    /**
     * Notes that these were read, in their order; gives each its place, but those that were read before. Whoever gets a
     * place says when it is handled.
     */
    synchronized List<Placed> read(List<Map<String, Object>> records) {
        return records.stream().filter(this::isNew).map(this::place).toList();
    }

    private boolean isNew(Map<String, Object> record) {
        return last == null || StreamRecords.BY_SEQUENCE.compare(StreamRecords.sequence(record), last) > 0;
    }

    private Placed place(Map<String, Object> record) {
        inHand.put(places, last);
        last = StreamRecords.sequence(record);
        return new Placed(places++, record);
    }

    /** Notes that these were handled, and how far all were. */
    synchronized void handled(Collection<Placed> placed) {
        placed.forEach(each -> inHand.remove(each.place()));
        var reached = inHand.isEmpty() ? last : inHand.get(inHand.firstKey());
        if (reached != null) {
            checkpoints.save(shard, reached);
        }
        settle();
    }

    /** Notes that the shard was read to its end. */
    synchronized void end() {
        ended = true;
        settle();
    }

    private void settle() {
        if (ended && inHand.isEmpty()) {
            done.countDown();
        }
    }

    /** Whether nothing that was read is still to be handled. */
    synchronized boolean isHandled() {
        return inHand.isEmpty();
    }

    /** Whether the shard was read to its end and everything of it was handled. */
    boolean isDone() {
        return done.getCount() == 0;
    }

    /** Waits until it is done. */
    void awaitDone() throws InterruptedException {
        done.await();
    }

    /** A record at its place in the shard. */
    record Placed(long place, Map<String, Object> record) {}
}
