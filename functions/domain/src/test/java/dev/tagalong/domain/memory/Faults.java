package dev.tagalong.domain.memory;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What a store in memory shall do wrong, and how often it was called. Thread-safe. */
public final class Faults {
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger remaining = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicBoolean once = new AtomicBoolean();
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicReference<Optional<Runnable>> beforeCommit = new AtomicReference<>(Optional.empty());

    /** Lets that many more calls through and fails every one after them, until {@link #heal()}. */
    public void failAfter(int calls) {
        remaining.set(calls);
    }

    /** Lets that many more calls through and fails the one after them, and no other. */
    public void failOnce(int calls) {
        failAfter(calls);
        once.set(true);
    }

    /** Fails no more. */
    public void heal() {
        remaining.set(Integer.MAX_VALUE);
        once.set(false);
    }

    /** Answers the next so many commits with Stale, whatever they hold. */
    public void staleCommits(int count) {
        stale.set(count);
    }

    /** Runs this once, just before the next commit is looked at: somebody who was faster. */
    public void beforeNextCommit(Runnable faster) {
        beforeCommit.set(Optional.of(faster));
    }

    /** How many calls have reached the store. */
    public int calls() {
        return calls.get();
    }

    /** Counts a call, and throws if it shall fail. */
    public void called() {
        calls.incrementAndGet();
        int left = remaining.getAndUpdate(n -> n == Integer.MAX_VALUE || n == 0 ? n : n - 1);
        if (left == 0) {
            if (once.get()) {
                heal();
            }
            throw new StoreLost();
        }
    }

    /** Whether the work ends because a store was lost to it; whatever else ends it is thrown on. */
    public static boolean end(Runnable work) {
        try {
            work.run();
            return false;
        } catch (IllegalStateException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof StoreLost) {
                    return true;
                }
            }
            throw failed;
        }
    }

    boolean commitIsStale() {
        beforeCommit.getAndSet(Optional.empty()).ifPresent(Runnable::run);
        return stale.getAndUpdate(n -> n == 0 ? 0 : n - 1) > 0;
    }

    /** The store could not be reached. */
    public static final class StoreLost extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        StoreLost() {
            super("the store was told to fail");
        }
    }
}
