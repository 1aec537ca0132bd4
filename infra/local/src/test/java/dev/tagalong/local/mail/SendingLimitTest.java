package dev.tagalong.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SendingLimitTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final SendingLimit limit = new SendingLimit(2, now::get);

    private boolean takeAt(long millis) {
        now.set(Instant.ofEpochMilli(millis));
        return limit.take();
    }

    @Test
    void noSecondHasMoreThanTheRate() {
        assertThat(takeAt(0)).isTrue();
        assertThat(takeAt(900)).isTrue();
        assertThat(takeAt(999)).isFalse();
        assertThat(takeAt(1000)).isTrue();
        assertThat(takeAt(1899)).isFalse();
        assertThat(takeAt(1900)).isTrue();
        assertThat(limit.refused()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedDoesNotCount() {
        limit.set(1);
        assertThat(takeAt(0)).isTrue();
        assertThat(takeAt(500)).isFalse();
        assertThat(takeAt(1000)).isTrue();
    }
}
