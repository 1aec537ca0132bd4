package dev.tagalong.local.streams;

import dev.tagalong.local.streams.Position.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Records of a shard that are handled one batch after the other, while those of its other lanes are, too. One thread puts,
 * one takes.
 */
final class Lane {
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int batchSize;
    private final long windowNanos;
    private final BlockingQueue<List<Placed>> waiting = new LinkedBlockingQueue<>();
    private List<Placed> left = List.of();

    Lane(int batchSize, int windowSeconds) {
        this.batchSize = batchSize;
        this.windowNanos = TimeUnit.SECONDS.toNanos(windowSeconds);
    }

    void put(List<Placed> records) {
        waiting.add(records);
    }

    /**
     * A batch: what is there, and while the window is open what comes in addition, up to the batch size. Empty if nothing
     * came for a second.
     */
    List<Placed> next() throws InterruptedException {
        var batch = new ArrayList<>(left);
        left = List.of();
        if (batch.isEmpty()) {
            batch.addAll(within(IDLE_NANOS));
        }
        long opened = System.nanoTime();
        while (!batch.isEmpty() && batch.size() < batchSize) {
            var more = within(windowNanos - (System.nanoTime() - opened));
            if (more.isEmpty()) {
                break;
            }
            batch.addAll(more);
        }
        int size = Math.min(batchSize, batch.size());
        left = List.copyOf(batch.subList(size, batch.size()));
        return List.copyOf(batch.subList(0, size));
    }

    private List<Placed> within(long nanos) throws InterruptedException {
        var next = waiting.poll(nanos, TimeUnit.NANOSECONDS);
        return next == null ? List.of() : next;
    }
}
