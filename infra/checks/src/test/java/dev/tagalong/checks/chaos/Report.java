package dev.tagalong.checks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a storm did and what came of it, in numbers. */
final class Report {
    /** The records of one batch, each with a frame and a notification for the two followers of its ticket. */
    private static final long FRAMES_PER_CRASH = 100 * 2 * 2;

    private final int events;
    private final List<Instant> kills;
    private final Map<String, Long> faults;
    private final long calls;
    private long rows;
    private long frames;
    private long framesAgain;
    private long connections;
    private long mails;
    private long mailsAgain;
    private long mailsCutOff;

    /**
     * A report.
     *
     * @param calls how often a client had to ask again
     */
    Report(int events, List<Instant> kills, Map<String, Long> faults, long calls) {
        this.events = events;
        this.kills = List.copyOf(kills);
        this.faults = Map.copyOf(faults);
        this.calls = calls;
    }

    void add(Follower tab) {
        frames += tab.frames();
        framesAgain += tab.repeated();
        connections += tab.connections();
    }

    void addRows(int found) {
        rows += found;
    }

    /** What each letter told. All that must be told was, or there would be no report. */
    void addMails(List<Mailed> letters, Set<String> expected) {
        var before = new HashMap<String, Mailed>();
        for (var letter : letters) {
            var again = letter.told().stream()
                    .map(before::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (!again.isEmpty()) {
                mailsAgain++;
                mailsCutOff += again.stream().allMatch(first -> first.wasCutOffBy(kills)) ? 1 : 0;
            }
            letter.told().forEach(thing -> before.put(thing, letter));
        }
        assertThat(before.keySet()).isEqualTo(expected);
        mails += letters.size();
    }

    /** How often one of those functions crashed by itself. */
    private long crashes(String... functions) {
        return Arrays.stream(functions)
                .mapToLong(function -> faults.getOrDefault("crash " + function, 0L))
                .sum();
    }

    /** Asserts that without a crash of whoever sends them nothing came twice, and with some no more than they explain. */
    void holds() {
        assertThat(framesAgain)
                .as(toString())
                .isLessThanOrEqualTo((kills.size() + crashes("FanOut", "RetryFanOut")) * FRAMES_PER_CRASH);
        assertThat(mailsAgain - mailsCutOff).as(toString()).isLessThanOrEqualTo(crashes("SendMail"));
        assertThat(mailsCutOff).as(toString()).isLessThanOrEqualTo(kills.size() * (long) Runner.MAIL_WORKERS);
    }

    /** One line. */
    @Override
    public String toString() {
        return "%d events, %d kills, faults %s, %d calls again; %d rows as expected, %d frames and %d again over %d connections, %d mails and %d again"
                .formatted(
                        events, kills.size(), faults, calls, rows, frames, framesAgain, connections, mails, mailsAgain);
    }
}
