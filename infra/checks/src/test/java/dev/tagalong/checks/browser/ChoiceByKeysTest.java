package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is chosen of a ticket by keys, whose steps each fire a change. */
@InChromium
@ExtendWith(RunningStack.class)
class ChoiceByKeysTest {
    private final Chromium chromium;
    private final Scene scene;
    private final String ticket;
    private final List<String> changes = new ArrayList<>();

    ChoiceByKeysTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        scene = Scene.in(runner);
        ticket = scene.ticket("Export is cut off at a thousand rows");
    }

    private Window bob() {
        var bob = Window.of(chromium, scene, "bob").ticket(ticket);
        bob.page().onRequest(request -> {
            if (request.method().equals("PUT")) {
                changes.add(String.valueOf(request.postData()));
            }
        });
        assertThat(status(bob)).hasValue("open");
        return bob;
    }

    private static Locator status(Window window) {
        return window.page().getByLabel("Status");
    }

    @Test
    void whatOneStepsOverIsNotChosen() {
        try (var bob = bob()) {
            status(bob).press("ArrowDown");
            status(bob).press("ArrowDown");
            assertThat(status(bob)).hasValue("closed");
            assertThat(changes).isEmpty();

            status(bob).press("Enter");

            assertThat(bob.page().getByText("Changed.")).isVisible();
            status(bob).press("Tab");
            assertThat(status(bob)).hasValue("closed");
            assertThat(changes).containsExactly("{\"status\":\"closed\"}");
        }
    }

    @Test
    void whoLeavesTheFieldHasChosen() {
        try (var bob = bob()) {
            status(bob).press("c");
            assertThat(status(bob)).hasValue("closed");
            assertThat(changes).isEmpty();

            status(bob).press("Tab");

            assertThat(bob.page().getByText("Changed.")).isVisible();
            assertThat(changes).containsExactly("{\"status\":\"closed\"}");
        }
    }

    @Test
    void aChoiceIsKeptWhateverHappensMeanwhileAndCanBeDropped() {
        try (var bob = bob()) {
            status(bob).press("ArrowDown");
            scene.olga()
                    .put(Scene.path(ticket, "/priority"), "priority", "urgent")
                    .is(200);
            assertThat(bob.page().getByLabel("Priority")).hasValue("urgent");
            assertThat(status(bob)).hasValue("pending");

            status(bob).press("Escape");

            assertThat(status(bob)).hasValue("open");
            status(bob).press("Tab");
            assertThat(changes).isEmpty();
        }
    }

    @Test
    void whatIsChosenStandsUntilItIsAnswered() {
        try (var bob = bob()) {
            var asked = new CompletableFuture<Route>();
            bob.page().route("**/status", asked::complete);
            status(bob).press("c");
            status(bob).press("Enter");
            bob.page().waitForCondition(asked::isDone);
            scene.olga()
                    .put(Scene.path(ticket, "/priority"), "priority", "urgent")
                    .is(200);
            assertThat(bob.page().getByLabel("Priority")).hasValue("urgent");
            assertThat(status(bob)).hasValue("closed");

            status(bob).press("Tab");
            asked.join()
                    .fulfill(new Route.FulfillOptions()
                            .setStatus(403)
                            .setBody("{\"message\":\"You may not close it.\"}"));

            assertThat(bob.page().getByText("You may not close it.")).isVisible();
            assertThat(status(bob)).hasValue("open");
            assertThat(changes).containsExactly("{\"status\":\"closed\"}");
        }
    }

    @Test
    void whatIsChosenFromTheListIsDoneAtOnce() {
        try (var bob = bob()) {
            bob.page().getByLabel("Priority").selectOption("urgent");

            assertThat(bob.page().getByText("Changed.")).isVisible();
            assertThat(changes).containsExactly("{\"priority\":\"urgent\"}");
        }
    }
}
