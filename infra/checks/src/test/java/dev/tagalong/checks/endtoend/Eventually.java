package dev.tagalong.checks.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what comes a little after the answer: frames, inbox rows and mail. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AT_FIRST = Duration.ofMillis(20);
    private static final Duration AT_LAST = Duration.ofMillis(400);

    private Eventually() {}

    /**
     * Asserts again and again until it holds, or fails as it last did. Asks ever more seldom, so that those who wait do not
     * slow down what they wait for.
     */
    public static void holds(Runnable assertion) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = AT_FIRST.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError not) {
                if (System.nanoTime() > deadline) {
                    throw not;
                }
                LockSupport.parkNanos(pause);
                pause = Math.min(AT_LAST.toNanos(), pause + pause / 2);
            }
        }
    }
}
