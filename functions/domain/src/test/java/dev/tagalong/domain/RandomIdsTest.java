package dev.tagalong.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tagalong.domain.memory.SettableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomIdsTest {
    private final SettableClock clock = new SettableClock();
    private final RandomIds ids = new RandomIds(clock, new SecureRandom());

    @Test
    void eventIdsRiseEvenWithinOneMillisecond() {
        var made = Stream.generate(ids::event).limit(20_000).toList();
        assertThat(made).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Test
    void aClockThatGoesBackDoesNotTakeTheIdsWithIt() {
        var before = ids.event();
        clock.advance(Duration.ofMinutes(-5));
        assertThat(ids.event()).isGreaterThan(before);
    }

    @Test
    void anEventIdIsAVersionSevenUuidOfNow() {
        var id = ids.event();
        assertThat(id.value().version()).isEqualTo(7);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id.time()).isEqualTo(clock.instant());
    }

    @Test
    void manyThreadsNeverGetTheSame() throws Exception {
        var seen = new HashSet<EventId>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, 8)
                    .<Callable<List<EventId>>>mapToObj(
                            n -> () -> Stream.generate(ids::event).limit(2_000).toList())
                    .toList();
            for (var made : threads.invokeAll(calls)) {
                seen.addAll(made.get());
            }
        }
        assertThat(seen).hasSize(16_000);
    }

    @Test
    void otherIdsAreVersionFourAndTokensAreLongAndUrlSafe() {
        assertThat(ids.random().version()).isEqualTo(4);
        assertThat(ids.random().variant()).isEqualTo(2);
        assertThat(ids.token()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(ids.token());
    }

    @Test
    void eventIdsSortByTimeEvenWhereUuidsDoNot() {
        var early = new EventId(new UUID(0x7fff_ffff_0000_7000L, 0x8000000000000000L));
        var late = new EventId(new UUID(0x8000_0000_0000_7000L, 0x8000000000000000L));
        assertThat(early.value()).isGreaterThan(late.value());
        var both = new ArrayList<>(List.of(late, early));
        both.sort(Comparator.naturalOrder());
        assertThat(both).containsExactly(early, late);
    }

    @Test
    void onlyAVersionSevenUuidIsAnEventId() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventId(UUID.randomUUID()));
        assertThatIllegalArgumentException().isThrownBy(() -> EventId.parse("not a uuid"));
        var id = ids.event();
        assertThat(EventId.parse(id.toString())).isEqualTo(id);
        assertThat(new EventId(new UUID(0x7000, 0x8000000000000000L)).time()).isEqualTo(Instant.EPOCH);
    }
}
