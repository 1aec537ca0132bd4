package dev.tagalong.aws.dynamodb;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Waits with full jitter: a random time up to a bound that doubles from 20 ms to 400 ms. Thread-safe if random is. */
public final class JitteredPause implements Pause {
    private static final long LEAST = Duration.ofMillis(20).toNanos();
    private static final long MOST = Duration.ofMillis(400).toNanos();

    private final RandomGenerator random;

    public JitteredPause(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void before(int tried) {
        long bound = Math.min(MOST, LEAST << Math.min(tried - 1, 10));
        LockSupport.parkNanos(random.nextLong(bound));
    }
}
