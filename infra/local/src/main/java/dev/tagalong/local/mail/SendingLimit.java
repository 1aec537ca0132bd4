package dev.tagalong.local.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** The maximum send rate of an account: so many mails in any second. Thread-safe. */
final class SendingLimit {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Deque<Instant> taken = new ArrayDeque<>();
    private int perSecond;
    private int refused;

    SendingLimit(int perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether one more mail may be sent now, which counts if so. */
    synchronized boolean take() {
        var now = clock.instant();
        while (!taken.isEmpty() && !taken.peek().isAfter(now.minus(SECOND))) {
            taken.poll();
        }
        boolean may = taken.size() < perSecond;
        if (may) {
            taken.add(now);
        } else {
            refused++;
        }
        return may;
    }

    /** Changes the rate. */
    synchronized void set(int other) {
        perSecond = other;
    }

    /** How many were too many. */
    synchronized int refused() {
        return refused;
    }
}
