package dev.tagalong.domain.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does many things at once, on virtual threads. */
public final class InParallel {
    private static final int PERMITS = 32;

    private InParallel() {}

    /** Does all of these. All are tried; then the first failure is thrown, if there was one. */
    static void run(Runnable... steps) {
        each(List.of(steps), Runnable::run);
    }

    /** Does this to each of the things. All are tried; then the first failure is thrown, if there was one. */
    public static <T> void each(List<T> things, Consumer<? super T> step) {
        map(things, thing -> {
            step.accept(thing);
            return thing;
        });
    }

    /** Every result, in the order of the things. All are tried; then the first failure is thrown, if there was one. */
    public static <T, R> List<R> map(List<T> things, Function<? super T, ? extends R> step) {
        if (things.size() < 2) {
            return things.stream().<R>map(step).toList();
        }
        var permits = new Semaphore(PERMITS);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new ArrayList<Future<R>>();
            for (var thing : things) {
                started.add(executor.submit(() -> {
                    permits.acquire();
                    try {
                        return step.apply(thing);
                    } finally {
                        permits.release();
                    }
                }));
            }
            return started.stream().map(Together::result).toList();
        }
    }
}
