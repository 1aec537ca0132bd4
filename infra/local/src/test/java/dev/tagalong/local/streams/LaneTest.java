package dev.tagalong.local.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tagalong.local.streams.Position.Placed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one batch of a lane is. */
class LaneTest {
    private final Lane lane = new Lane(4, 0);

    private static List<Placed> placed(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(place -> new Placed(place, Map.of()))
                .toList();
    }

    @Test
    void whatWaitsGoesTogetherUpToTheBatchSizeAndInOrder() throws InterruptedException {
        lane.put(placed(1, 1));
        lane.put(placed(2, 6));
        lane.put(placed(7, 10));
        assertThat(lane.next()).isEqualTo(placed(1, 4));
        assertThat(lane.next()).isEqualTo(placed(5, 8));
        assertThat(lane.next()).isEqualTo(placed(9, 10));
        assertThat(lane.next()).isEmpty();
    }

    @Test
    void theWindowGathersWhatComesMeanwhile() throws InterruptedException {
        var patient = new Lane(2, 60);
        patient.put(placed(1, 1));
        var late = Thread.ofVirtual().start(() -> patient.put(placed(2, 2)));
        assertThat(patient.next()).isEqualTo(placed(1, 2));
        late.join();
    }

    @Test
    void whoPutsNeverWaitsForWhoTakes() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> IntStream.range(0, 1000).forEach(at -> lane.put(placed(at, at))));
    }
}
