package dev.tagalong.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tagalong.domain.memory.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MAILS = 50;

    /** What one worker sends: it begins at some moment, takes its time for each mail, and is another process each time. */
    private static List<Instant> sends(SendRate rate, long seed, boolean instant) {
        var random = new Random(seed);
        var clock = new SettableClock();
        var sends = new ArrayList<Instant>();
        clock.advance(Duration.ofMillis(random.nextInt(1000)));
        for (int mail = 0; mail < MAILS; mail++) {
            var pace = new Pace(rate, clock, moment -> {
                if (moment.isAfter(clock.instant())) {
                    clock.advance(Duration.between(clock.instant(), moment));
                }
            });
            pace.turn(() -> {
                sends.add(clock.instant());
                clock.advance(Duration.ofMillis(instant ? 0 : random.nextInt(300)));
                return sends;
            });
        }
        return sends;
    }

    private static List<Instant> all(SendRate rate, boolean instant) {
        var sends = new ArrayList<Instant>();
        for (int worker = 0; worker < rate.workers(); worker++) {
            sends.addAll(sends(rate, worker, instant));
        }
        sends.sort(null);
        return sends;
    }

    /** The most that any stretch of time of this length has seen: one that begins with a send sees most. */
    private static long most(List<Instant> sends, Duration length) {
        return sends.stream()
                .mapToLong(from -> sends.stream()
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(length)))
                        .count())
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource({"14,2", "14,3", "14,10", "14,14", "50,7", "2,2", "7,1"})
    void noSecondSeesMoreThanTheAccountMaySend(int mailsPerSecond, int workers) {
        var rate = new SendRate(mailsPerSecond, workers);

        assertThat(most(all(rate, true), SECOND)).isLessThanOrEqualTo(mailsPerSecond);
        assertThat(most(all(rate, false), SECOND)).isLessThanOrEqualTo(mailsPerSecond);
    }

    @ParameterizedTest
    @CsvSource({"14,2", "50,5", "2,2"})
    void workersWhoseSharesAreWholeSendAllThatTheAccountMay(int mailsPerSecond, int workers) {
        assertThat(most(all(new SendRate(mailsPerSecond, workers), true), SECOND))
                .isEqualTo(mailsPerSecond);
    }

    @Test
    void inTheSandboxTheRateHoldsOnAverage() {
        assertThat(most(all(new SendRate(1, 2), true), Duration.ofSeconds(20))).isEqualTo(20);
    }

    @Test
    void aMailThatFailsTakesItsTurnToo() {
        var clock = new SettableClock();
        var before = clock.instant();
        var pace = new Pace(
                new SendRate(10, 2), clock, moment -> clock.advance(Duration.between(clock.instant(), moment)));

        assertThatIllegalStateException()
                .isThrownBy(() -> pace.turn(() -> {
                    throw new IllegalStateException("refused");
                }));
        assertThat(clock.instant()).isEqualTo(before.plusMillis(200));
    }

    @ParameterizedTest
    @CsvSource({"0,2", "14,0", "14,15", "1,3", "-1,-1"})
    void moreWorkersThanMailsASecondAreRefused(int mailsPerSecond, int workers) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SendRate(mailsPerSecond, workers));
    }
}
