package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.tagalong.checks.endtoend.Eventually;
import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two agents in two windows, one ticket. */
@InChromium
@ExtendWith(RunningStack.class)
class FollowingInTheBrowserTest {
    private static final LocatorAssertions.IsVisibleOptions AT_ONCE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(300);
    private static final String SUBJECT = "Login problem after password reset";

    private final Chromium chromium;
    private final Scene scene;
    private final String ticket;

    FollowingInTheBrowserTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        scene = Scene.in(runner);
        ticket = scene.ticket(SUBJECT);
        scene.customerWrites(ticket, "I cannot log in since this morning.");
    }

    private Window window(String name) {
        return Window.of(chromium, scene, name);
    }

    private void aliceFollows() {
        scene.as("bob")
                .post(Scene.path(ticket, "/followers"), "user_id", Scene.ALICE)
                .is(200);
    }

    private static Locator toast(Window window) {
        return window.region("New notifications").getByRole(AriaRole.LINK);
    }

    private static Locator candidates(Window window) {
        return window.page()
                .getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Colleagues"))
                .getByRole(AriaRole.OPTION);
    }

    private void pick(Window window, String name) {
        window.button("Add followers").click();
        window.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find colleagues"))
                .fill(name);
        assertThat(candidates(window)).hasCount(1);
        candidates(window).click();
    }

    @Test
    void bobAddsAliceAndSheIsToldWithoutReloading() {
        try (var bob = window("bob");
                var alice = window("alice")) {
            assertThat(alice.page().getByText("No tickets to work on")).isVisible();

            pick(bob.ticket(ticket), "ali");

            assertThat(toast(alice)).containsText("Bob added you as a follower on ticket");
            assertThat(alice.link("1 unread")).isVisible();
            assertThat(alice.link(SUBJECT).first()).isVisible();
            assertThat(bob.region("Followers")).containsText("Alice Jones");
            toast(alice).click();
            assertThat(alice.heading(SUBJECT)).isVisible();
            assertThat(alice.page().getByText("I cannot log in since this morning."))
                    .isVisible();
            assertThat(alice.link("1 unread")).hasCount(0);
        }
    }

    @Test
    void aLongMessageIsShownInPartAndWholeWhenSomebodyAsks() {
        for (var end : List.of("the one", "the other")) {
            scene.customerWrites(ticket, "long ".repeat(50_000) + end);
        }
        try (var bob = window("bob").ticket(ticket)) {
            assertThat(bob.button("Show the rest of this message")).hasCount(2);
            assertThat(bob.page().getByText("the one")).hasCount(0);

            bob.button("Show the rest of this message").first().click();

            assertThat(bob.page().getByText("the one")).isVisible();
            assertThat(bob.button("Show the rest of this message")).hasCount(1);
        }
    }

    @Test
    void unfollowingTakesHerViewAwayAtOnce() {
        aliceFollows();
        Eventually.holds(() -> Assertions.assertThat(
                        scene.as("alice").get("/api/v1/notifications").is(200).rows("data", "results"))
                .extracting(row -> row.get("type"))
                .contains("added"));
        try (var alice = window("alice").ticket(ticket)) {
            assertThat(alice.page().getByText("I cannot log in since this morning."))
                    .isVisible();

            assertThat(alice.link("unread")).isVisible();
            alice.button("Unfollow").click();

            assertThat(alice.page().getByText("You do not see this ticket")).isVisible();
            assertThat(alice.link("unread")).hasCount(0);
            assertThat(alice.page().getByText("I cannot log in since this morning."))
                    .hasCount(0);
            alice.go("/tickets");
            assertThat(alice.page().getByText("No tickets to work on")).isVisible();
        }
    }

    @Test
    void aFollowerWritesNotesAndNoReplies() {
        aliceFollows();
        try (var alice = window("alice").ticket(ticket);
                var bob = window("bob").ticket(ticket)) {
            assertThat(alice.button("Reply")).hasCount(0);
            assertThat(alice.button("Add followers")).hasCount(0);
            var box = alice.page()
                    .getByLabel("Note to colleagues")
                    .and(alice.page().locator("textarea"));

            Eventually.holds(() -> {
                box.pressSequentially(".");
                assertThat(bob.page().getByText("Alice is writing…")).isVisible(AT_ONCE);
            });
            assertThat(bob.page().getByText("Alice is viewing this ticket")).isVisible();
            box.fill("");
            box.pressSequentially("Ask @bo");
            box.press("Enter");
            box.press("Control+Enter");

            assertThat(bob.page().locator(".message.note")).containsText("Ask @Bob Smith");
            assertThat(toast(bob)).containsText("Alice mentioned you");
        }
    }

    @Test
    void whatWasBegunAsANoteStaysOneWhenItsWriterMayReply() {
        aliceFollows();
        try (var alice = window("alice").ticket(ticket)) {
            var box = alice.page().locator("textarea");
            box.fill("Between us: this customer is right.");

            scene.as("bob")
                    .put(Scene.path(ticket, "/assignee/user"), "assignee_id", Scene.ALICE)
                    .is(200);
            assertThat(alice.button("Reply")).isVisible();
            box.press("Control+Enter");

            assertThat(alice.page().locator(".message.note")).containsText("Between us");
            assertThat(alice.button("Send reply")).isVisible();
            alice.button("Note").click();
            box.fill("And this one.");
            alice.button("Add note").click();
            assertThat(alice.page().locator(".message.note")).hasCount(2);
        }
    }

    @Test
    void whoViewsATicketIsShownHoweverLateTheTicketComes() {
        try (var olga = window("olga").ticket(ticket);
                var bob = Window.open(chromium, scene.http(), chromium.options())) {
            assertThat(olga.button("Reply")).isVisible();
            var heard = new ArrayList<String>();
            bob.page().onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(frame.text())));
            var held = new ArrayList<Route>();
            bob.page().route("**/api/v1/conversations/" + ticket, held::add);
            bob.signIn(Scene.email("bob"), scene.workspace());
            bob.ticket(ticket);
            bob.page().waitForCondition(() -> heard.stream().anyMatch(frame -> frame.contains("\"presence_update\"")));

            held.forEach(Route::resume);

            assertThat(bob.page().getByText("Olga is viewing this ticket")).isVisible();
        }
    }

    @Test
    void thePickerFindsByNameAndByEmailAndTakesMany() {
        scene.agent(50, "Zoe", "Ångström");
        try (var bob = window("bob").ticket(ticket)) {
            pick(bob, "angs");
            var box = bob.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find colleagues"));
            box.fill("alice@");
            assertThat(candidates(bob)).hasText(Pattern.compile("Alice Jones"));
            box.press("Enter");
            assertThat(candidates(bob)).hasAttribute("aria-selected", "true");

            var followers = bob.region("Followers").locator(".follower-list li");
            assertThat(followers).hasCount(2);
            box.press("Escape");
            bob.button("Remove Zoe Ångström").click();
            assertThat(followers).hasCount(1);
            assertThat(followers).containsText("Alice Jones");
        }
    }

    @Test
    void whoseTicketItIsIsSaidAlsoWhereTheyAreNotListed() {
        assign(Scene.ALICE);
        var team = scene.ticket("Of a team");
        try (var bob = Window.open(chromium, scene.http(), chromium.options())) {
            for (var list : List.of("**/agents/compact?*", "**/teams?*")) {
                bob.page()
                        .route(
                                list,
                                route -> route.fulfill(new Route.FulfillOptions()
                                        .setBody("{\"data\":{\"results\":[],\"total_pages\":1}}")));
            }
            bob.signIn(Scene.email("bob"), scene.workspace());
            var row = bob.page()
                    .locator(".ticket-row", new Page.LocatorOptions().setHasText("Of a team"))
                    .locator(".ticket-assignee");
            assertThat(row).hasText(Pattern.compile("Team \\d+"));
            var name = row.textContent();
            bob.ticket(team);
            assertThat(bob.page().getByText(name)).isVisible();

            bob.ticket(ticket);
            var assignee = bob.page().getByLabel("Assignee");
            assertThat(assignee).hasValue(String.valueOf(Scene.ALICE));
            assign(Scene.BOB);
            assertThat(assignee).hasValue(String.valueOf(Scene.BOB));
        }
    }

    private void assign(int agent) {
        scene.olga()
                .put(Scene.path(ticket, "/assignee/user"), "assignee_id", agent)
                .is(200);
    }

    @Test
    void onlyTicketsThatOneFollows() {
        scene.ticket("Another question");
        scene.as("bob").post(Scene.path(ticket, "/follow")).is(200);
        try (var bob = window("bob")) {
            var rows = bob.page().locator(".ticket-row");
            assertThat(rows).hasCount(2);

            bob.page().getByLabel("Only show tickets I follow").check();

            assertThat(rows).hasCount(1);
            assertThat(rows).containsText(SUBJECT);
            bob.page().getByLabel("Priority").selectOption("urgent");
            assertThat(bob.page().getByText("No ticket is like that")).isVisible();
            bob.link("Clear the filters").click();
            assertThat(rows).hasCount(2);
        }
    }

    @Test
    void aPageBehindTheLastLeadsToTheLast() {
        try (var bob = window("bob").go("/tickets?status=any&page=3")) {
            assertThat(bob.page().locator(".ticket-row")).containsText(SUBJECT);
            assertThat(bob.page()).hasURL(Pattern.compile("#/tickets\\?status=any$"));
        }
    }

    @Test
    void whatTheAddressAsksForIsShownThoughItIsNotOffered() {
        try (var bob = window("bob").go("/tickets?status=open,closed&assignee=999")) {
            assertThat(bob.page().getByLabel("Status")).hasValue("open,closed");
            assertThat(bob.page().getByLabel("Assignee").locator("option:checked"))
                    .hasText("User 999");
            assertThat(bob.page().getByText("No ticket is like that")).isVisible();
        }
    }

    @Test
    void whatIsClosedLeavesTheListUntilSomebodyAsksForIt() {
        try (var bob = window("bob")) {
            var rows = bob.page().locator(".ticket-row");
            assertThat(rows).containsText(SUBJECT);

            scene.olga().put(Scene.path(ticket, "/status"), "status", "closed").is(200);

            assertThat(bob.page().getByText("No tickets to work on")).isVisible();
            bob.link("Closed tickets").click();
            assertThat(rows).containsText(SUBJECT);
            assertThat(bob.page().getByLabel("Status")).hasValue("closed");
            bob.page().getByLabel("Status").selectOption("Any");
            assertThat(rows).containsText(SUBJECT);
            bob.link("Clear filters").click();
            assertThat(bob.page().getByText("No tickets to work on")).isVisible();
        }
    }

    @Test
    void whatChangesIsSeenByWhoeverLooks() {
        try (var bob = window("bob").ticket(ticket)) {
            assertThat(bob.page().getByLabel("Status")).hasValue("open");

            scene.olga().put(Scene.path(ticket, "/status"), "status", "pending").is(200);
            scene.customerWrites(ticket, "Now it works from my phone.");

            assertThat(bob.page().getByLabel("Status")).hasValue("pending");
            assertThat(bob.page().getByText("Now it works from my phone.")).isVisible();
            bob.page().getByText("Activity").click();
            assertThat(bob.page().getByText("Olga Petrov changed the status to pending"))
                    .isVisible();
        }
    }

    @Test
    void aTimeThatGoesOnIsNotReadOutAgain() {
        try (var bob = window("bob").ticket(ticket)) {
            assertThat(bob.page().getByRole(AriaRole.LOG).locator("time")).hasAttribute("aria-live", "off");
        }
    }

    /**
     * Between the moment when the ticket was fetched and the one from which its changes are heard, by the owner, who hears of
     * nothing that she does not look at.
     */
    @Test
    void whatIsWrittenWhileSomebodyBeginsToLookIsSeen() {
        aliceFollows();
        var alice = scene.as("alice");
        var context = chromium.browser().newContext(chromium.options());
        var held = new ArrayList<Runnable>();
        context.routeWebSocket(address -> true, socket -> {
            var server = socket.connectToServer();
            socket.onMessage(frame -> {
                if (frame.text().contains("conversation_subscribe")) {
                    held.add(() -> server.send(frame.text()));
                } else {
                    server.send(frame.text());
                }
            });
        });
        try (var olga = Window.in(context, scene.http())) {
            olga.signIn(Scene.email("olga"), scene.workspace());
            olga.ticket(ticket);
            assertThat(olga.page().getByText("I cannot log in since this morning."))
                    .isVisible();
            olga.page().waitForCondition(() -> !held.isEmpty());

            scene.customerWrites(ticket, "It works again.");
            Eventually.holds(() -> Assertions.assertThat(
                            alice.get("/api/v1/notifications").is(200).rows("data", "results"))
                    .extracting(row -> row.get("description"))
                    .contains("It works again."));
            held.forEach(Runnable::run);

            assertThat(olga.page().getByText("It works again.")).isVisible();
        }
    }
}
