package dev.tagalong.aws.dynamodb;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what runs beside. */
final class Waiting {
    private Waiting() {}

    /** The result; a failure is thrown again with its cause, an interruption is kept. */
    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a read failed", failed.getCause());
        }
    }
}
