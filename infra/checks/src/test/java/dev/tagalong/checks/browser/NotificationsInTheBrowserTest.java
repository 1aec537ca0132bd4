package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
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
