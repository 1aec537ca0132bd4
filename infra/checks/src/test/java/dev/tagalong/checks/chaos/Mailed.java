package dev.tagalong.checks.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One letter.
 *
 * @param at when it was taken by the mail service
 * @param told the words of messages, and the tickets its reader was added to
 */
record Mailed(Instant at, List<String> told) {
    /** Between the sending of a letter and its mark lie few calls, some of them throttled and tried again. */
    private static final Duration UNMARKED = Duration.ofSeconds(5);

    /** Whether one of those kills may have come between its sending and its mark. */
    boolean wasCutOffBy(List<Instant> kills) {
        return kills.stream().anyMatch(kill -> at.isBefore(kill) && at.isAfter(kill.minus(UNMARKED)));
    }
}
