package dev.tagalong.checks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.Template;
import dev.tagalong.local.Runner;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a storm did and what came of it, in numbers. */
final class Report {
    /** What one record sends: a frame and a notification to each follower of its ticket. */
    private static final long FRAMES_PER_RECORD = 2L * Script.OF_EACH;

    private final Script script;
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
    Report(Script script, List<Instant> kills, Map<String, Long> faults, long calls) {
        this.script = script;
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

    /** How often that function crashed by itself. */
    private long crashes(String function) {
        return faults.getOrDefault("crash " + function, 0L);
    }

    /**
     * How many records a batch of FanOut has under way at most when it crashes: those of one ticket come one after the other,
     * and who has been told of one is noted before the next begins, so that only one of each ticket can come again.
     */
    private int recordsUnderWay() {
        var batch = Template.read()
                .yaml()
                .text("Resources", "FanOut", "Properties", "Events", "Stream", "Properties", "BatchSize");
        return Math.min(Integer.parseInt(batch), script.tickets());
    }

    /**
     * Asserts that without a crash of whoever sends them nothing came twice, and with some no more than they explain. A kill
     * explains no frame: it breaks every connection, and frames are counted by connection; a crash of the moments before, which
     * nobody counted, has as little time to repeat any. It explains mail, which a worker had sent and not noted.
     */
    void holds() {
        assertThat(framesAgain)
                .as(toString())
                .isLessThanOrEqualTo(
                        (crashes("FanOut") * recordsUnderWay() + crashes("RetryFanOut")) * FRAMES_PER_RECORD);
        assertThat(mailsAgain - mailsCutOff).as(toString()).isLessThanOrEqualTo(crashes("SendMail"));
        assertThat(mailsCutOff).as(toString()).isLessThanOrEqualTo(kills.size() * (long) Runner.MAIL_WORKERS);
    }

    /** One line. */
    @Override
    public String toString() {
        return "%d events, %d kills, faults %s, %d calls again; %d rows as expected, %d frames and %d again over %d connections, %d mails and %d again"
                .formatted(
                        script.events(),
                        kills.size(),
                        faults,
                        calls,
                        rows,
                        frames,
                        framesAgain,
                        connections,
                        mails,
                        mailsAgain);
    }
}
