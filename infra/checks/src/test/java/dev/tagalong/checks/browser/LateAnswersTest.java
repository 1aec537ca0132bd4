package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.tagalong.checks.endtoend.Eventually;
import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that are lost, or come when something else is shown. */
@InChromium
@ExtendWith(RunningStack.class)
class LateAnswersTest {
    private static final List<String> FETCHED_AGAIN = List.of("**/messages?page=1", "**/notifications?*");
    private static final LocatorAssertions.IsVisibleOptions AT_ONCE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(100);
    private static final LocatorAssertions.HasCountOptions NO_MORE =
            new LocatorAssertions.HasCountOptions().setTimeout(100);

    private final Chromium chromium;
    private final Scene scene;
    private final String ticket;
    private final String other;
    private final List<Route> held = new ArrayList<>();

    LateAnswersTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        scene = Scene.in(runner);
        ticket = scene.ticket("Label printer is not found");
        other = scene.ticket("Two invoices for one order");
    }

    private Window bob() {
        return Window.of(chromium, scene, "bob");
    }

    private static void hold(Window window, String address, List<Route> held) {
        window.page().route(address, held::add);
    }

    /** Lets the held ones be answered, and the page take it. */
    private void release(Window window, String address) {
        window.page()
                .waitForResponse(address, () -> held.forEach(Route::resume))
                .finished();
        window.page().evaluate("new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)))");
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
    void aReplyThatIsRefusedAfterItsTicketWasLeftIsToldAndKept() {
        try (var bob = bob().ticket(ticket)) {
            hold(bob, "**/conversations/" + ticket + "/messages", held);
            bob.page().locator("textarea").fill("Please switch it on.");
            bob.button("Send reply").click();
            bob.page().waitForCondition(() -> !held.isEmpty());
            bob.ticket(other);
            assertThat(bob.heading("Two invoices for one order")).isVisible();
            assertThat(bob.page().locator("textarea")).hasValue("");

            held.getFirst()
                    .fulfill(new Route.FulfillOptions()
                            .setStatus(422)
                            .setBody("{\"data\":{\"message\":\"No printer\"}}"));
            assertThat(bob.page().locator(".toast")).containsText("Not sent: No printer");
            bob.page().locator(".toast a").click();

            assertThat(bob.heading("Label printer is not found")).isVisible();
            assertThat(bob.page().locator("textarea")).hasValue("Please switch it on.");
            assertThat(bob.page().locator(".composer")).containsText("Not sent: No printer");
        }
    }

    @Test
    void whatWasBegunIsThereAfterTheNextSignInUntilSomebodySignsOut() {
        try (var bob = bob().ticket(ticket)) {
            var page = bob.page();
            page.locator("textarea").fill("Please switch");
            page.route("**/api/v1/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(page.getByText("Your session has ended.")).isVisible();
            page.unroute("**/api/v1/**");

            bob.go("/tickets").signIn(Scene.email("bob"), scene.workspace());
            bob.ticket(ticket);
            assertThat(page.locator("textarea")).hasValue("Please switch");

            bob.button("Sign out").click();
            bob.go("/tickets").signIn(Scene.email("bob"), scene.workspace());
            bob.ticket(ticket);
            assertThat(page.locator("textarea")).hasValue("");
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

    @Test
    void olderActivityStaysWhenMoreHappens() {
        try (var bob = bob()) {
            bob.page().route("**/activities?page=1", route -> activities(route, "three", "two"));
            bob.page().route("**/activities?page=2", route -> activities(route, "two", "one"));
            bob.ticket(ticket).page().getByText("Activity").click();
            bob.button("Show older").click();
            assertThat(bob.page().locator(".activities li")).hasCount(3);

            bob.page().route("**/activities?page=1", route -> activities(route, "four", "three"));
            scene.olga()
                    .put(Scene.path(ticket, "/priority"), "priority", "urgent")
                    .is(200);

            assertThat(bob.page().locator(".activities li")).hasCount(4);
            assertThat(bob.button("Show older")).hasCount(0);
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

    @Test
    void whatIsDoneToOneTicketIsNotSaidOfTheNext() {
        try (var bob = bob().ticket(ticket)) {
            hold(bob, "**/follow", held);
            bob.button("Follow").click();
            bob.page().waitForCondition(() -> !held.isEmpty());

            bob.ticket(other);
            assertThat(bob.heading("Two invoices for one order")).isVisible();
            assertThat(bob.button("Follow")).isEnabled();
            release(bob, "**/follow");

            assertThat(bob.page().locator(".news")).isEmpty();
        }
    }

    @Test
    void followersOfOneTicketAreNotShownAsThoseOfTheNext() {
        var olga = scene.olga();
        List.of(ticket, other)
                .forEach(uuid -> olga.post(Scene.path(uuid, "/followers"), "user_id", Scene.ALICE)
                        .is(200));
        try (var bob = bob().ticket(ticket)) {
            assertThat(bob.region("Followers")).containsText("Alice Jones");
            hold(bob, "**/followers/bulk", held);
            bob.page()
                    .evaluate("window.heard = 0; document.querySelector('followers-panel')"
                            + ".addEventListener('changed', () => requestAnimationFrame(() => heard++)); 0");
            bob.button("Remove Alice Jones").click();
            bob.ticket(other);
            assertThat(bob.heading("Two invoices for one order")).isVisible();
            bob.page().waitForCondition(() -> !held.isEmpty());
            hold(bob, "**" + Scene.path(other, ""), new ArrayList<>());
            held.forEach(Route::resume);
            bob.page().waitForCondition(() -> bob.page().evaluate("heard").equals(1));

            assertThat(bob.region("Followers")).containsText("Alice Jones");
        }
    }

    @Test
    void whatIsNotUpToDateSaysSoUntilItIs() {
        try (var bob = bob().ticket(ticket)) {
            assertThat(bob.heading("Label printer is not found")).isVisible();
            var page = bob.page();
            page.clock().install();
            var missed = page.locator(".stale");
            var missedRows = page.getByText("Your notifications are not up to date:");
            for (var calls : FETCHED_AGAIN) {
                page.route(calls, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            }

            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            whileTimePasses(page, () -> assertThat(missed).isVisible(AT_ONCE));
            whileTimePasses(page, () -> assertThat(missedRows).isVisible(AT_ONCE));
            assertThat(bob.heading("Label printer is not found")).isVisible();

            FETCHED_AGAIN.forEach(page::unroute);
            whileTimePasses(page, () -> {
                assertThat(missed).hasCount(0, NO_MORE);
                assertThat(missedRows).hasCount(0, NO_MORE);
            });
        }
    }

    private static void whileTimePasses(Page page, Runnable assertion) {
        Eventually.holds(() -> {
            page.clock().runFor(1_000);
            assertion.run();
        });
    }

    @Test
    void whatFailedIsNotSaidOfTheNextTicket() {
        try (var bob = bob().ticket("00000000-0000-4000-8000-000000000000")) {
            assertThat(bob.page().getByText("You do not see this ticket")).isVisible();

            hold(bob, "**" + Scene.path(ticket, ""), held);
            bob.ticket(ticket);

            assertThat(bob.page().getByText("Loading the ticket…")).isVisible();
        }
    }

    @Test
    void aListStaysThoughTheNamesInItCannotBeHad() {
        try (var bob = Window.open(chromium, scene.http(), chromium.options())) {
            var page = bob.page();
            page.clock().install();
            page.route("**/teams?*", Route::abort);
            bob.signIn(Scene.email("bob"), scene.workspace());
            whileTimePasses(page, () -> assertThat(page.locator(".stale")).isVisible(AT_ONCE));
            assertThat(page.locator(".ticket-row")).hasCount(2);

            page.unroute("**/teams?*");
            page.getByText("Try now").click();
            assertThat(page.getByText("Support")).hasCount(2);
            assertThat(page.locator(".stale")).hasCount(0);
        }
    }

    @Test
    void whatFailedIsNotSaidOfTheNextList() {
        try (var bob = bob()) {
            bob.page().route("**/conversations?*priority=urgent*", Route::abort);
            hold(bob, "**/conversations?*priority=low*", held);
            bob.go("/tickets?priority=urgent");
            assertThat(bob.page().getByRole(AriaRole.ALERT)).isVisible();

            bob.go("/tickets?priority=low");

            assertThat(bob.page().getByText("Loading tickets…")).isVisible();
        }
    }
}
