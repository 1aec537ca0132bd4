package dev.tagalong.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs after all other classes of the same run, since it asks what they saw. Alone it fails. */
@Isolated
@Order(Integer.MAX_VALUE)
class SeenTest {
    @Test
    void everyOperationAnsweredAsItIsDescribed() {
        assertThat(OpenApi.ours().unseen()).isEmpty();
    }

    @Test
    void everyFrameWasHeard() {
        assertThat(AsyncApi.ours().unseen()).isEmpty();
    }
}
