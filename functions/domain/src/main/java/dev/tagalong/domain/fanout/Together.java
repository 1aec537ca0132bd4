package dev.tagalong.domain.fanout;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does different things at the same time, on virtual threads. Closing it waits for all that was started. */
final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Starts something; asked for its result, waits for it, and throws IllegalStateException if it failed. */
    <T> Supplier<T> start(Callable<T> step) {
        var started = threads.submit(step);
        return () -> result(started);
    }

    /** What came of something that was started; throws IllegalStateException if it failed, with what it said. */
    static <T> T result(Future<T> started) {
        try {
            return started.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a step ran beside", interrupted);
        } catch (ExecutionException failed) {
            var cause = failed.getCause();
            throw new IllegalStateException("a step failed: " + cause, cause);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
