package dev.tagalong.domain;

import java.util.function.Function;

/** What came of a call: its value or a refusal. */
public sealed interface Outcome<T> {
    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was not done, and nothing changed. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** The value, for callers to whom a refusal is a failure that a repetition may heal. */
    default T orThrow(String failure) {
        return switch (this) {
            case Done<T> done -> done.value();
            case Refused<T> no ->
                throw new IllegalStateException(failure + ": " + no.refusal().message());
        };
    }

    /** The outcome with its value changed; a refusal stays as it is. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T> done -> done(change.apply(done.value()));
            case Refused<T> no -> refused(no.refusal());
        };
    }

    /** The outcome of a further step; a refusal stays as it is. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> step) {
        return switch (this) {
            case Done<T> done -> step.apply(done.value());
            case Refused<T> no -> refused(no.refusal());
        };
    }
}
