package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that are lost or late. */
@InChromium
@ExtendWith(RunningStack.class)
class LateAnswersTest {
    private final Chromium chromium;
    private final Scene scene;
    private final String ticket;
    private final List<Route> held = new ArrayList<>();

    LateAnswersTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        scene = Scene.in(runner);
        ticket = scene.ticket("Label printer is not found");
    }

    private Window bob() {
        return Window.of(chromium, scene, "bob");
    }

    private static void hold(Window window, String address, List<Route> held) {
        window.page().route(address, held::add);
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

    @Test
    void olderActivityThatIsWantedTwiceAtOnceIsShownOnce() {
        try (var bob = bob()) {
            bob.page().route("**/activities?page=1", route -> activities(route, "three", "two"));
            hold(bob, "**/activities?page=2", held);
            bob.ticket(ticket).page().getByText("Activity").click();

            bob.button("Show older").dblclick();
            bob.page().waitForCondition(() -> held.size() == 2);
            held.forEach(route -> activities(route, "two", "one"));

            assertThat(bob.button("Show older")).hasCount(0);
            assertThat(bob.page().locator(".activities li")).hasCount(3);
        }
    }

    private static void activities(Route route, String... ids) {
        var rows = List.of(ids).stream()
                .map(id -> "{\"id\":\"" + id + "\",\"type\":\"followed\",\"actor\":null,\"target\":null,\"details\":{},"
                        + "\"created_at\":\"2026-01-01T00:00:00.000Z\"}")
                .toList();
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"data\":{\"results\":" + rows + ",\"total_pages\":2}}"));
    }
}
