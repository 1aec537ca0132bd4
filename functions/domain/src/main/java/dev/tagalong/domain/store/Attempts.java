package dev.tagalong.domain.store;

import dev.tagalong.domain.Outcome;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads, decides and commits, and does so anew when what was read has changed meanwhile. */
public final class Attempts {
    private static final int MOST = 8;

    private Attempts() {}

    /**
     * Runs an attempt until it gives something; an attempt gives nothing when its commit was stale. After eight stale
     * attempts the caller hears that it is busy.
     */
    public static <T> Outcome<T> until(Supplier<Optional<Outcome<T>>> attempt) {
        for (int tried = 0; tried < MOST; tried++) {
            var outcome = attempt.get();
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return Outcome.refused(Commit.refusal(new Commit.Stale()));
    }

    /** What a commit means for an attempt: the value if committed, nothing if stale, else the refusal. */
    public static <T> Optional<Outcome<T>> of(Commit commit, Supplier<Outcome<T>> committed) {
        return switch (commit) {
            case Commit.Committed done -> Optional.of(committed.get());
            case Commit.Stale stale -> Optional.empty();
            case Commit.LimitReached full -> Optional.of(Outcome.refused(Commit.refusal(full)));
            case Commit.Taken taken -> Optional.of(Outcome.refused(Commit.refusal(taken)));
            case Commit.Busy busy -> Optional.of(Outcome.refused(Commit.refusal(busy)));
        };
    }

    /**
     * The same where the limit stands only against what can be left out: the next attempt reads how many there are, and does
     * without.
     */
    public static <T> Optional<Outcome<T>> sparing(Commit commit, Supplier<Outcome<T>> committed) {
        return commit instanceof Commit.LimitReached ? Optional.empty() : of(commit, committed);
    }

    /** A further step of an attempt; a refusal ends it. */
    public static <T, R> Optional<Outcome<R>> then(Outcome<T> outcome, Function<T, Optional<Outcome<R>>> step) {
        return switch (outcome) {
            case Outcome.Done<T> done -> step.apply(done.value());
            case Outcome.Refused<T> refused -> Optional.of(Outcome.refused(refused.refusal()));
        };
    }
}
