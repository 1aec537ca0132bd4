package dev.tagalong.domain.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same to many things at once, on virtual threads. */
public final class InParallel {
    private static final int PERMITS = 32;

    private InParallel() {}

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
            return results(started);
        }
    }

    private static <R> List<R> results(List<Future<R>> started) {
        var results = new ArrayList<R>();
        for (var future : started) {
            try {
                results.add(future.get());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while fanning out", interrupted);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a step of the fan-out failed", failed.getCause());
            }
        }
        return results;
    }
}
