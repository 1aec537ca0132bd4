package dev.tagalong.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From where a shard is read for several mappings. */
class StreamReaderTest {
    private static Optional<String> common(String first, String second) {
        return StreamReader.common(List.of(Optional.of(first), Optional.of(second)));
    }

    @Test
    void itIsReadFromWhereTheOneThatIsFarthestBehindHasRead() {
        assertThat(common("900", "1000")).contains("900");
        assertThat(common("1000", "000000000000000000900")).contains("000000000000000000900");
    }

    @Test
    void itIsReadFromItsBeginningIfOneHasReadNothing() {
        assertThat(StreamReader.common(List.of(Optional.of("900"), Optional.empty())))
                .isEmpty();
    }
}
