package dev.tagalong.local.storage;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts what talks on standard output, without its talk: that output is for the runner's own line. */
final class Quietly {
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private Quietly() {}

    static <T> T call(Callable<T> start) throws Exception {
        SQLITE.setLevel(Level.OFF);
        var out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return start.call();
        } finally {
            System.setOut(out);
        }
    }

    static void run(Step start) throws Exception {
        boolean started = call(() -> {
            start.run();
            return true;
        });
        assert started;
    }

    /** Something that starts. */
    interface Step {
        /** Starts it. */
        void run() throws Exception;
    }
}
