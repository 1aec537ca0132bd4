package dev.tagalong.checks.chaos;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does something with each of many, some at a time. Fails if one does. */
final class Hands {
    private static final int MANY = 24;

    private Hands() {}

    static <A> void each(Collection<A> things, Consumer<A> act) {
        map(things, thing -> {
            act.accept(thing);
            return true;
        });
    }

    /** What came of each, in their order. */
    static <A, T> List<T> map(Collection<A> things, Function<A, T> act) {
        try (var threads = Executors.newFixedThreadPool(MANY, Thread.ofVirtual().factory())) {
            var started = things.stream()
                    .map(thing -> threads.submit(() -> act.apply(thing)))
                    .toList();
            return started.stream().map(Hands::result).toList();
        }
    }

    /** What came of something that was started. */
    static <T> T result(Future<T> started) {
        try {
            return started.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while acting", interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError("an act failed", failed.getCause());
        }
    }
}
