package dev.tagalong.domain.store;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Makes things that have a number from a counter, past the numbers that somebody gave by hand. */
public final class Numbering {
    private static final int MOST = 100;
    private static final int SINGLE = 8;
    private static final int LONGEST = 1 << 13;
    private static final Set<String> NUMBERS = Set.of("id", "reference_number");

    private Numbering() {}

    /**
     * Makes a thing and commits it. Where numbers are taken the counter goes on in steps, single ones at first, then each
     * twice as long as the one before, up to 8,192: past 600,000 adjacent numbers in one call, while no number that
     * somebody gave costs more than that many. Beyond it the refusal is Busy, and a repeat goes on from there.
     *
     * @param counted whether its number comes from the counter, so that a taken one means to take another
     * @param make makes it; is told by how much the counter shall go on, at least 1
     */
    public static <T> Outcome<T> until(boolean counted, IntFunction<T> make, Function<T, Commit> commit) {
        int step = 1;
        for (int tried = 1; tried <= MOST; tried++) {
            var made = make.apply(step);
            var result = commit.apply(made);
            if (result instanceof Commit.Committed) {
                return Outcome.done(made);
            }
            if (!(counted && result instanceof Commit.Taken taken && NUMBERS.contains(taken.field()))) {
                return Outcome.refused(Commit.refusal(result));
            }
            if (tried >= SINGLE) {
                step = Math.min(LONGEST, 2 * step);
            }
        }
        return Outcome.refused(new Refusal.Busy(Duration.ofSeconds(1)));
    }
}
