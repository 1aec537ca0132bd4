package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import dev.tagalong.checks.endtoend.Eventually;
import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import java.util.ArrayList;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inbox and the settings of somebody. */
@InChromium
@ExtendWith(RunningStack.class)
class NotificationsInTheBrowserTest {
    private final Chromium chromium;
    private final Scene scene;
    private final String ticket;

    NotificationsInTheBrowserTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        scene = Scene.in(runner);
        ticket = scene.ticket("Refund for order 5518");
        scene.as("bob")
                .post(Scene.path(ticket, "/followers"), "user_id", Scene.ALICE)
                .is(200);
    }

    @Test
    void aRowIsReadMutedAndRemoved() {
        try (var alice = Window.of(chromium, scene, "alice").go("/inbox")) {
            var rows = alice.page().locator(".notification");
            assertThat(rows).containsText("You were added");

            alice.page().getByTitle("Mark as read").click();
            assertThat(alice.page().locator(".notification.unread")).hasCount(0);

            alice.page().getByTitle("Mute this ticket").click();
            assertThat(alice.page().getByText("Muted: you hear no more of this ticket."))
                    .isVisible();
            alice.ticket(ticket);
            assertThat(alice.page().getByTitle("muted for good")).isVisible();

            alice.go("/inbox");
            alice.page().getByTitle("Remove").click();
            assertThat(alice.page().getByText("Nothing yet")).isVisible();
        }
    }

    @Test
    void whatIsNotShownOnScreenIsInTheListOnceSomebodyLooks() {
        awaitRows(1);
        try (var alice = Window.of(chromium, scene, "alice")) {
            assertThat(alice.link("1 unread")).isVisible();
            scene.as("alice")
                    .put("/api/v1/agents/me/notification-settings", "reply", Map.of("toast", false))
                    .is(200);

            scene.customerWrites(ticket, "Where is it?");
            awaitRows(2);
            alice.go("/inbox");
            assertThat(alice.page().locator(".notification")).hasCount(2);
            assertThat(alice.link("2 unread")).isVisible();

            scene.customerWrites(ticket, "Is it on its way?");
            awaitRows(3);
            alice.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(alice.page().locator(".notification")).hasCount(3);
            assertThat(alice.link("3 unread")).isVisible();
        }
    }

    /** Waits until Alice's inbox has so many rows. */
    private void awaitRows(int rows) {
        Eventually.holds(() -> Assertions.assertThat(
                        scene.as("alice").get("/api/v1/notifications").is(200).rows("data", "results"))
                .hasSize(rows));
    }

    @Test
    void aChoiceIsKept() {
        try (var alice = Window.of(chromium, scene, "alice").go("/settings")) {
            alice.page().getByLabel("Reply: Mail").uncheck();
            assertThat(alice.page().getByText("Saved.")).isVisible();
            alice.page().getByLabel("Mail waits").selectOption("300");
            assertThat(alice.page().getByText("Saved.")).isVisible();

            alice.page().reload();

            assertThat(alice.page().getByLabel("Reply: Mail")).not().isChecked();
            assertThat(alice.page().getByLabel("Reply: On screen")).isChecked();
            assertThat(alice.page().getByLabel("Mail waits")).hasValue("300");
        }
    }

    @Test
    void choicesInQuickSuccessionAreAllShownAndKept() {
        try (var alice = Window.of(chromium, scene, "alice").go("/settings")) {
            var screen = alice.page().getByLabel("Added: On screen");
            var mail = alice.page().getByLabel("Added: Mail");
            assertThat(mail).isChecked();
            var held = new ArrayList<Route>();
            alice.page().route("**/notification-settings", held::add);

            screen.uncheck();
            mail.uncheck();
            alice.page().waitForCondition(() -> held.size() == 1);
            assertThat(screen).not().isChecked();
            alice.page().unroute("**/notification-settings");
            held.getFirst().resume();

            assertThat(alice.page().getByText("Saved.")).isVisible();
            assertThat(mail).not().isChecked();
            Eventually.holds(() -> Assertions.assertThat(scene.as("alice")
                            .get("/api/v1/agents/me/notification-settings")
                            .is(200)
                            .text())
                    .contains("\"added\":{\"toast\":false,\"email\":false}"));
            assertThat(mail).not().isChecked();
            assertThat(screen).not().isChecked();
        }
    }

    @Test
    void whoseTokenIsTakenNoLongerSignsInAgain() {
        try (var alice = Window.of(chromium, scene, "alice")) {
            alice.page().evaluate("sessionStorage.setItem('tagalong.session', JSON.stringify({token: 'e30.e30.e30'}))");

            alice.page().reload();

            assertThat(alice.page().getByText("Your session has ended. Sign in again."))
                    .isVisible();
            alice.signIn(Scene.email("alice"), scene.workspace());
        }
    }
}
