package dev.tagalong.domain.store;

import dev.tagalong.domain.Outcome;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes things that have a number from a counter, past the numbers that somebody gave by hand. */
public final class Numbering {
    private static final int MOST = 50;
    private static final Set<String> NUMBERS = Set.of("id", "reference_number");

    private Numbering() {}

    /**
     * Makes a thing and commits it.
     *
     * @param counted whether its number comes from the counter, so that a taken one means to take the next
     */
    public static <T> Outcome<T> until(boolean counted, Supplier<T> make, Function<T, Commit> commit) {
        for (int tried = 1; ; tried++) {
            var made = make.get();
            var result = commit.apply(made);
            if (result instanceof Commit.Committed) {
                return Outcome.done(made);
            }
            boolean next = counted && result instanceof Commit.Taken taken && NUMBERS.contains(taken.field());
            if (!next || tried == MOST) {
                return Outcome.refused(Commit.refusal(result));
            }
        }
    }
}
