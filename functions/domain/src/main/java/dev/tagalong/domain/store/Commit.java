package dev.tagalong.domain.store;

import dev.tagalong.domain.Refusal;
import java.time.Duration;

/** What came of a transaction. Except for Committed, nothing was written. */
public sealed interface Commit {
    /** All of it is written. */
    record Committed() implements Commit {}

    /** Something that was read has changed meanwhile: read again and decide anew. */
    record Stale() implements Commit {}

    /** The participant limit stands against it. */
    record LimitReached(int limit) implements Commit {}

    /** Something that must be unique is taken; field is its wire name. */
    record Taken(String field) implements Commit {}

    /** Other transactions kept it from happening for as long as a caller may wait. */
    record Busy(Duration retryAfter) implements Commit {}

    /** The refusal that a caller hears; Stale counts as Busy, for whoever has given up trying again. */
    static Refusal refusal(Commit commit) {
        return switch (commit) {
            case Committed done -> throw new IllegalArgumentException("a commit is no refusal: " + done);
            case Stale stale -> new Refusal.Busy(Duration.ofSeconds(1));
            case LimitReached full ->
                new Refusal.Conflict("the conversation has its limit of " + full.limit() + " participants");
            case Taken taken -> new Refusal.Conflict(taken.field() + " is taken");
            case Busy busy -> new Refusal.Busy(busy.retryAfter());
        };
    }
}
