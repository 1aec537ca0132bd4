package dev.tagalong.local.faults;

/** The end of an invocation whose process dies. No program catches it for good: whatever it does then is refused too. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String function) {
        super("Runtime exited with error: signal: killed, in " + function);
    }
}
