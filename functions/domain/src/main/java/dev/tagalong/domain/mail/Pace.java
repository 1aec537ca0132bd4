package dev.tagalong.domain.mail;

import dev.tagalong.domain.live.Patience;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Keeps a worker from sending faster than its share. It rests after a mail, not before the next one: whoever calls the
 * workers limits how many are at work, and any of them may be another process than the last, which remembers nothing.
 */
public final class Pace {
    private final SendRate rate;
    private final InstantSource clock;
    private final Patience patience;

    public Pace(SendRate rate, InstantSource clock, Patience patience) {
        this.rate = rate;
        this.clock = clock;
        this.patience = patience;
    }

    /** Does what sends one mail, and is done no sooner than the next one may be sent, even if it throws. */
    public <T> T turn(Supplier<T> sending) {
        var over = clock.instant().plus(rate.apart());
        try {
            return sending.get();
        } finally {
            patience.until(over);
        }
    }
}
