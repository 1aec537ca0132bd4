package dev.tagalong.local;

import java.util.List;

/** Starts the runner from the command line and says when it is ready. */
public final class Main {
    private Main() {}

    /** Runs until it is told to end. */
    public static void main(String[] arguments) throws InterruptedException {
        var failure = FailureFile.ofThisProcess();
        try {
            failure.clear();
            var options = Options.parse(List.of(arguments));
            if (options.endWithParent()) {
                ProcessHandle.current().parent().ifPresent(Main::endWith);
            }
            var runner = Runner.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
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

    private static void endWith(ProcessHandle parent) {
        Thread.ofVirtual().start(() -> {
            parent.onExit().join();
            System.exit(0);
        });
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void complain(String line) {
        System.err.println(line);
    }
}
