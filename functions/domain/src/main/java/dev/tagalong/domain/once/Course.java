package dev.tagalong.domain.once;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.store.Ledger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The course of one call that shall take effect once. Its one transaction carries the claim. If a claim was found without a
 * reply, the call has taken effect already: its course is run anew with the same time, ids and numbers, and its commit writes
 * nothing, so that the same answer is made without anything being done again.
 *
 * <p>The ledger and the ids that use cases are given look here for the course that they are part of; outside of one they do
 * what they always do. A course is of one thread.
 */
public final class Course {
    private static final ScopedValue<Course> CURRENT = ScopedValue.newInstance();

    private final Claim claim;
    private final Deque<String> given;
    private final List<String> drawn = new ArrayList<>();
    private boolean claimed;
    private boolean anew;

    private Course(Claim claim, boolean anew) {
        this.claim = claim;
        this.anew = anew;
        this.given = new ArrayDeque<>(claim.drawn());
    }

    /** The course of a call that is new. */
    public static Course of(Claim claim) {
        return new Course(claim, false);
    }

    /** The course of a call that has taken effect. */
    public static Course anew(Claim claim) {
        return new Course(claim, true);
    }

    /** Runs the call; throws {@link Overtaken} if another call of the same name has been faster. */
    public <T> T run(Supplier<T> call) {
        return ScopedValue.where(CURRENT, this).call(call::get);
    }

    /** Whether the call has taken effect, now or before. */
    public boolean hasTakenEffect() {
        return claimed || anew;
    }

    /** A ledger whose first commit in a course carries the claim. */
    public static Ledger ledger(Ledger ledger) {
        return new ClaimingLedger(ledger);
    }

    /** Ids that are the same each time a course is run. */
    public static Ids ids(Ids ids) {
        return new RepeatedIds(ids);
    }

    static Optional<Course> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The next id or number. */
    String draw(Supplier<String> fresh) {
        var next = given.isEmpty() ? fresh.get() : given.removeFirst();
        drawn.add(next);
        return next;
    }

    /** The claim with all that was drawn so far, for the one transaction; absent once it is written. */
    Optional<Claim> claim() {
        return claimed ? Optional.empty() : Optional.of(claim.with(drawn));
    }

    /** Whether this commit was written when the course was run for the first time; asked once. */
    boolean isDone() {
        boolean done = anew;
        anew = false;
        claimed |= done;
        return done;
    }

    void committed() {
        claimed = true;
    }

    /** What was drawn for a commit that was not to be is not used. */
    void forget() {
        drawn.clear();
    }

    /** Another call of the same name has been faster; nothing was written. */
    public static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("another call of the same name has been faster", null, false, false);
        }
    }
}
