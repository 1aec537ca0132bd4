package dev.tagalong.local.faults;

import org.jspecify.annotations.Nullable;

/**
 * One invocation of a function, alive until a crash or its time limit ends it. It belongs to the thread that begins it and to those that one
 * starts from then on.
 */
public final class Invocation {
    private static final InheritableThreadLocal<@Nullable Invocation> CURRENT = new InheritableThreadLocal<>();

    private final String function;
    private final Faults faults;
    private volatile boolean dead;

    private Invocation(String function, Faults faults) {
        this.function = function;
        this.faults = faults;
    }

    /** Begins an invocation on this thread. */
    public static Invocation begin(String function, Faults faults) {
        var begun = new Invocation(function, faults);
        CURRENT.set(begun);
        return begun;
    }

    static @Nullable Invocation current() {
        return CURRENT.get();
    }

    String function() {
        return function;
    }

    boolean meets(Fault fault, String operation) {
        return faults.strikes(fault, function + " " + operation);
    }

    /** A place between two steps: throws Crash if the invocation has ended, or if it ends here. */
    void step(String place) {
        if (!dead && meets(Fault.CRASH, place)) {
            dead = true;
        }
        orThrow();
    }

    /** Ends the invocation, wherever its threads are. */
    public void end() {
        dead = true;
    }

    /** Throws Crash if the invocation has ended. */
    public void orThrow() {
        if (dead) {
            throw new Crash(function);
        }
    }
}
