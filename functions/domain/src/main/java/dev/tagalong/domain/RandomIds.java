package dev.tagalong.domain;

import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Ids from a clock and a source of randomness. Event ids of one object rise strictly: 12 bits after the millisecond
 * count within it, and a burst of more runs ahead of the clock.
 */
public final class RandomIds implements Ids {
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    /** The random source must be unguessable where tokens matter, and thread-safe. */
    public RandomIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public EventId event() {
        long now = (clock.millis() << 12) | random.nextInt(1 << 8);
        long stamp = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long high = ((stamp >>> 12) << 16) | 0x7000 | (stamp & 0xfff);
        return new EventId(new UUID(high, variant(random.nextLong())));
    }

    @Override
    public UUID random() {
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000, variant(random.nextLong()));
    }

    @Override
    public String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static long variant(long bits) {
        return (bits & 0x3fffffffffffffffL) | 0x8000000000000000L;
    }
}
