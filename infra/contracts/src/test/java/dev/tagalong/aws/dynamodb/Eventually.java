package dev.tagalong.aws.dynamodb;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what an index shows only a little later. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Eventually() {}

    /** Asserts again and again until it holds, or fails as it last did. */
    static void holds(Runnable assertion) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError not) {
                if (System.nanoTime() > deadline) {
                    throw not;
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
    }
}
