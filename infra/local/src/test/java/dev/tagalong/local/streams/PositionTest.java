package dev.tagalong.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.streams.Position.Placed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a shard is read on after a restart. */
class PositionTest {
    private static final String SHARD = "shard-1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Position position;

    @BeforeEach
    void open() {
        position = new Position(checkpoints(), SHARD);
    }

    private Checkpoints checkpoints() {
        return Checkpoints.open(folder, "FanOut");
    }

    private static List<Map<String, Object>> records(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number ->
                        Map.<String, Object>of("dynamodb", Map.of("SequenceNumber", Integer.toString(number))))
                .toList();
    }

    @Test
    void nothingIsKeptBeforeTheFirstRecordWasHandled() {
        var read = position.read(records(1, 3));
        position.handled(read.subList(1, 3));
        assertThat(checkpoints().of(SHARD)).isEmpty();
        assertThat(position.isHandled()).isFalse();
    }

    @Test
    void itStandsBeforeTheFirstRecordThatIsInHand() {
        var read = position.read(records(1, 5));
        position.handled(List.of(read.get(0), read.get(1), read.get(3)));
        assertThat(checkpoints().of(SHARD)).contains("2");
        position.handled(List.of(read.get(2)));
        assertThat(checkpoints().of(SHARD)).contains("4");
        position.handled(List.of(read.get(4)));
        assertThat(checkpoints().of(SHARD)).contains("5");
        assertThat(position.isHandled()).isTrue();
    }

    @Test
    void readingGoesOnAfterTheLastThatWasReadAndARestartAfterWhatWasHandled() {
        var read = position.read(records(1, 2));
        position.handled(read.subList(0, 1));
        position.read(records(3, 4));
        assertThat(position.last()).contains("4");
        assertThat(new Position(checkpoints(), SHARD).last()).contains("1");
    }

    @Test
    void whatWasReadBeforeIsNotReadAgain() {
        position.handled(position.read(records(8, 10)));

        assertThat(position.read(records(7, 12))).extracting(Placed::record).isEqualTo(records(11, 12));
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNothingAndIsMadeUpFor() throws IOException {
        Files.delete(folder);
        position.handled(position.read(records(1, 2)));
        position.handled(position.read(records(3, 3)));
        assertThat(position.isHandled()).isTrue();

        Files.createDirectory(folder);
        position.handled(position.read(records(4, 4)));
        assertThat(checkpoints().of(SHARD)).contains("4");
    }
}
