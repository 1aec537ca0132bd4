package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the sign-in to a follower and a note without a mouse. */
@InChromium
@ExtendWith(RunningStack.class)
class KeyboardTest {
    private static final int MOST_STEPS = 60;

    private final Chromium chromium;
    private final Scene scene;

    KeyboardTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        scene = Scene.in(runner);
    }

    /** Goes on by the tab key until that is focused. */
    private static Keyboard tabTo(Window window, String selector) {
        var keyboard = window.page().keyboard();
        for (int step = 0; step < MOST_STEPS; step++) {
            keyboard.press("Tab");
            if (Boolean.TRUE.equals(
                    window.page().evaluate("selector => document.activeElement?.matches(selector)", selector))) {
                return keyboard;
            }
        }
        throw new AssertionError("the tab key does not lead to " + selector);
    }

    @Test
    void fromTicketToTicketOneIsAtTheTopOfTheNext() {
        var one = scene.ticket("Cannot export the report as CSV");
        var other = scene.ticket("Nor as PDF");
        try (var bob = Window.of(chromium, scene, "bob").ticket(one)) {
            var page = bob.page();
            assertThat(page).hasTitle(Pattern.compile("#\\d+ Cannot export the report as CSV · Tagalong"));
            page.locator("textarea").focus();

            bob.ticket(other);
            assertThat(page).hasTitle(Pattern.compile("#\\d+ Nor as PDF · Tagalong"));
            assertThat(page.locator("#main")).isFocused();
            bob.go("/tickets");
            assertThat(page).hasTitle("Tickets · Tagalong");
        }
    }

    @Test
    void everythingIsReachedAndDoneByKeys() {
        scene.ticket("Cannot export the report as CSV");
        try (var bob = Window.open(chromium, scene.http(), chromium.options())) {
            tabTo(bob, "input[type=email]").type(Scene.email("bob"));
            tabTo(bob, "input[name=workspace]").press("ControlOrMeta+a");
            bob.page().keyboard().type(scene.workspace());
            bob.page().keyboard().press("Enter");
            assertThat(bob.heading("Tickets")).isVisible();
            assertThat(bob.page().locator(".ticket-row a")).isVisible();

            tabTo(bob, ".skip").press("Enter");
            assertThat(bob.page().evaluate("document.activeElement.id")).isEqualTo("main");
            tabTo(bob, ".ticket-row a").press("Enter");
            assertThat(bob.heading("Cannot export the report as CSV")).isVisible();

            tabTo(bob, "[aria-label='Add followers']").press("Enter");
            var box = bob.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find colleagues"));
            assertThat(box).isFocused();
            bob.page().keyboard().type("jones");
            assertThat(bob.page().locator("#candidates li")).hasCount(1);
            bob.page().keyboard().press("Enter");
            assertThat(bob.region("Followers").locator(".follower-list li")).containsText("Alice Jones");
            bob.page().keyboard().press("Escape");
            assertThat(bob.button("Add followers")).isFocused();

            bob.page().keyboard().press("Tab");
            assertThat(bob.button("Remove Alice Jones")).isFocused();
            bob.page().keyboard().press("Enter");
            assertThat(bob.page().getByText("Nobody follows this ticket yet.")).isVisible();
        }
    }
}
