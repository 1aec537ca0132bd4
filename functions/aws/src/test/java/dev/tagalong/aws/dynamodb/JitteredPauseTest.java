package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JitteredPauseTest {
    private final List<Duration> bounds = new ArrayList<>();
    private final JitteredPause pause = new JitteredPause(new Bounded());

    @Test
    void boundDoublesFromTwentyTo400Milliseconds() {
        IntStream.of(1, 2, 3, 4, 5, 6, 7, 1000).forEach(pause::before);

        assertThat(bounds).extracting(Duration::toMillis).containsExactly(20L, 40L, 80L, 160L, 320L, 400L, 400L, 400L);
    }

    /** Draws nothing but 0, and notes out of what. */
    private final class Bounded implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            bounds.add(Duration.ofNanos(bound));
            return 0;
        }
    }
}
