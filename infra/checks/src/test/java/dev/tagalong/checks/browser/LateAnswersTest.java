package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that are lost. */
@InChromium
@ExtendWith(RunningStack.class)
class LateAnswersTest {
    private final Chromium chromium;
    private final Scene scene;
    private final String ticket;

    LateAnswersTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        scene = Scene.in(runner);
        ticket = scene.ticket("Label printer is not found");
    }

    private Window bob() {
        return Window.of(chromium, scene, "bob");
    }

    @Test
    void aReplyWhoseAnswerWasLostReachesTheCustomerOnce() {
        try (var bob = bob().ticket(ticket)) {
            var messages = "**/conversations/" + ticket + "/messages";
            bob.page().route(messages, route -> {
                route.fetch();
                route.abort();
            });
            bob.page().locator("textarea").fill("Please switch it on.");
            bob.button("Send reply").click();
            assertThat(bob.page().getByText("It is not known whether this was sent."))
                    .isVisible();

            bob.page().unroute(messages);
            bob.button("Send reply").click();

            assertThat(bob.page().locator("textarea")).hasValue("");
            Assertions.assertThat(scene.as("bob")
                            .get(Scene.path(ticket, "/messages"))
                            .is(200)
                            .rows("data", "results"))
                    .extracting(row -> row.get("text_content"))
                    .containsExactly("Please switch it on.");
        }
    }
}
