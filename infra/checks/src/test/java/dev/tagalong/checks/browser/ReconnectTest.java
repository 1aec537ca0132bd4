package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tagalong.local.Options;
import dev.tagalong.local.Runner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that stays open while the runner is not there. */
@InChromium
class ReconnectTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Runner start(int port, int wsPort) {
        return Runner.start(Options.standard()
                .on(port, wsPort)
                .keptIn(folder)
                .by(Path.of("../../template.yaml"))
                .withoutDemo());
    }

    @Test
    void whatWasMissedIsShownOnceTheRunnerIsBack(Chromium chromium) {
        var runner = start(0, 0);
        try {
            var scene = Scene.in(runner);
            var ticket = scene.ticket("Search finds nothing since Monday");
            scene.as("bob")
                    .post(Scene.path(ticket, "/followers"), "user_id", Scene.ALICE)
                    .is(200);
            try (var alice = Window.of(chromium, scene, "alice").ticket(ticket)) {
                assertThat(alice.link("1 unread")).isVisible();

                int port = runner.http().getPort();
                int wsPort = runner.webSocket().getPort();
                runner.close();
                assertThat(alice.page().getByText("Not connected")).isVisible();
                runner = start(port, wsPort);
                scene.customerWrites(ticket, "It finds nothing for my colleague either.");

                assertThat(alice.page()
                                .getByText("It finds nothing for my colleague either.")
                                .first())
                        .isVisible();
                assertThat(alice.link("2 unread")).isVisible();
                assertThat(alice.page().getByText("Not connected")).hasCount(0);
            }
        } finally {
            runner.close();
        }
    }
}
