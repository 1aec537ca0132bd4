package dev.tagalong.domain.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** Waits. */
@FunctionalInterface
public interface Patience {
    /** Returns at that moment, or at once if it has passed. */
    void until(Instant moment);

    /** Waits as long as it takes by that clock. */
    static Patience by(InstantSource clock) {
        return moment -> {
            var rest = Duration.between(clock.instant(), moment);
            while (rest.isPositive()) {
                LockSupport.parkNanos(rest.toNanos());
                rest = Duration.between(clock.instant(), moment);
            }
        };
    }
}
