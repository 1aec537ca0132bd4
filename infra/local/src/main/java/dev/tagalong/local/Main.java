package dev.tagalong.local;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Starts the runner from the command line and says when it is ready. */
public final class Main {
    private static final long LOOK_NANOS = 200_000_000L;

    private Main() {}

    /** Runs until it is told to end. */
    public static void main(String[] arguments) throws InterruptedException {
        var failure = FailureFile.ofThisProcess();
        try {
            failure.clear();
            var options = Options.parse(List.of(arguments));
            if (options.endWithParent()) {
                parent().ifPresent(Main::endWith);
            }
            var runner = Runner.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
            runner.onLoss(status -> {
                complain("The process of the functions ended by itself, with status " + status
                        + ", and the runner with it.");
                System.exit(1);
            });
            say(runner.ready());
            Thread.currentThread().join();
        } catch (StartFailure why) {
            complain(why.sentence());
            failure.leave(why.sentence());
            System.exit(1);
        } catch (RuntimeException broken) {
            broken.printStackTrace(System.err);
            failure.leave(broken.toString());
            System.exit(1);
        }
    }

    /** A process that has ended seems alive until somebody waits for it, but it is nobody's parent any more. */
    private static void endWith(ProcessHandle parent) {
        Thread.ofVirtual().start(() -> {
            while (parent().filter(parent::equals).isPresent()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            System.exit(0);
        });
    }

    private static Optional<ProcessHandle> parent() {
        return ProcessHandle.current().parent();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void complain(String line) {
        System.err.println(line);
    }
}
