package dev.tagalong.domain.mail;

import dev.tagalong.domain.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Where events gather until their mail is due. Thread-safe. */
public interface MailWindows {
    /**
     * Adds an event to the open window, or opens one that is due then; an event that is there changes nothing. Gives when
     * the window is due, which its first event decided.
     */
    Instant add(MailKey key, EventId event, Instant dueIfOpened);

    /** Takes the window for that long, for one worker. */
    Claiming claim(MailKey key, Instant now, Duration lease);

    /** Ends a claim: takes those events out, and the window away if none is left. True if more has gathered meanwhile. */
    boolean settle(MailKey key, Claim claim);

    /** Gives a claim back with all that is in it, so that the window is due then. A claim that was lost changes nothing. */
    void release(MailKey key, Claim claim, Instant due);

    /** What came of a claim. */
    sealed interface Claiming {
        /** There is no window, or it is empty: its mail is done. */
        record Nothing() implements Claiming {}

        /** Another worker has it. */
        record Held() implements Claiming {}
    }

    /**
     * A window that one worker has.
     *
     * @param owner a token that only this claim has
     * @param events what has gathered, never empty
     */
    record Claim(String owner, Set<EventId> events) implements Claiming {
        public Claim {
            events = Set.copyOf(events);
        }
    }
}
