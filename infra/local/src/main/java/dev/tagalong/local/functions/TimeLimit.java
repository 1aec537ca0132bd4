package dev.tagalong.local.functions;

import dev.tagalong.local.faults.Invocation;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets an invocation take as long as its function's Timeout. Lambda ends the process of one that takes longer; here its thread
 * is interrupted, and nothing more that it asks of AWS is done.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html">Lambda: invocation errors</a>
 */
final class TimeLimit {
    private TimeLimit() {}

    /** How an invocation ends that took too long. */
    static final class Exceeded extends Exception {
        private static final long serialVersionUID = 1L;

        /** Lambda's name for it. */
        static final String TYPE = "Sandbox.Timedout";

        Exceeded(String request, int seconds) {
            super(String.format(
                    Locale.ROOT, "RequestId: %s Error: Task timed out after %d.00 seconds", request, seconds));
        }
    }

    /**
     * What comes of the work.
     *
     * @param seconds it may take
     * @param request the invocation's id
     * @throws Exceeded if it takes longer
     * @throws Throwable whatever it throws
     */
    static <T> T within(int seconds, String request, Invocation invocation, Callable<T> work) throws Throwable {
        var task = new FutureTask<>(work);
        var thread = Thread.ofVirtual().start(task);
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            invocation.end();
            thread.interrupt();
            throw new Exceeded(request, seconds);
        } catch (ExecutionException failed) {
            throw failed.getCause();
        }
    }
}
