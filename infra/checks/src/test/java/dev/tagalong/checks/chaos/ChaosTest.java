package dev.tagalong.checks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short storm; the long one is run by {@code mvn -q -Pchaos}. */
@Order(2)
class ChaosTest {
    private static final int EVENTS = 120;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothingIsLostOrDoubledInAStorm() throws Exception {
        var report = Chaos.play(Script.of(1, EVENTS), folder, 1, 1);
        System.out.println("chaos: " + report);
        assertThat(report).asString().startsWith(EVENTS + " events, 1 kills");
    }
}
