package dev.tagalong.local.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * Hands the records of a shard to a function, in order, until each was handled or is discarded. A batch of which the first
 * records were handled goes on with the rest. One of which none was is split in two where the mapping says so, which does
 * not count as a retry; else, and when it is down to one record, it is tried again until its retries are used up.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">Lambda: discarded records</a>
 */
final class Delivery {
    /** Lambda waits longer from try to try. */
    private static final long PAUSE_NANOS = 200_000_000L;

    private final RetryPolicy policy;
    private final ToIntFunction<List<Map<String, Object>>> function;
    private final Discarding discarding;
    private final BooleanSupplier running;

    /**
     * A delivery.
     *
     * @param function invokes with these records, and says how many of them, from the first on, were handled
     */
    Delivery(
            RetryPolicy policy,
            ToIntFunction<List<Map<String, Object>>> function,
            Discarding discarding,
            BooleanSupplier running) {
        this.policy = policy;
        this.function = function;
        this.discarding = discarding;
        this.running = running;
    }

    void deliver(List<Map<String, Object>> records) {
        deliver(records, 0);
    }

    private void deliver(List<Map<String, Object>> records, int retriedBefore) {
        int retried = retriedBefore;
        var left = young(records);
        while (running.getAsBoolean() && !left.isEmpty()) {
            int handled = function.applyAsInt(left);
            if (handled == 0 && policy.splits() && left.size() > 1) {
                int half = left.size() / 2;
                deliver(left.subList(0, half), retried);
                deliver(left.subList(half, left.size()), retried);
                return;
            }
            left = left.subList(handled, left.size());
            if (!left.isEmpty()) {
                retried += handled == 0 ? 1 : 0;
                left = again(left, retried);
            }
        }
    }

    /** What of these is tried again. */
    private List<Map<String, Object>> again(List<Map<String, Object>> left, int retried) {
        if (policy.isExhausted(retried)) {
            discarding.discard(left, "RetryAttemptsExhausted");
            return List.of();
        }
        LockSupport.parkNanos(PAUSE_NANOS);
        return young(left);
    }

    private List<Map<String, Object>> young(List<Map<String, Object>> records) {
        var now = Instant.now();
        int old = 0;
        while (old < records.size()
                && policy.isTooOld(Duration.between(StreamRecords.createdAt(records.get(old)), now))) {
            old++;
        }
        if (old > 0) {
            discarding.discard(records.subList(0, old), "RecordAgeExceeded");
        }
        return records.subList(old, records.size());
    }

    /** What becomes of records that are given up. */
    @FunctionalInterface
    interface Discarding {
        /** Takes them, and why. */
        void discard(List<Map<String, Object>> records, String why);
    }
}
