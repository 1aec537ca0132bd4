package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A browser window of somebody, in which nothing may go wrong unseen. */
record Window(BrowserContext context, Page page, List<String> errors) implements AutoCloseable {

    /** Opens the agent UI. */
    static Window open(Chromium chromium, URI http, Browser.NewContextOptions options) {
        return in(chromium.browser().newContext(options), http);
    }

    /** Opens it in a context that was made ready for it. */
    static Window in(BrowserContext context, URI http) {
        context.setDefaultTimeout(15_000);
        var page = context.newPage();
        var errors = new ArrayList<String>();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isOfTheNetwork(message.text())) {
                errors.add(message.text());
            }
        });
        page.navigate(http.resolve("/ui/").toString());
        return new Window(context, page, errors);
    }

    /** Refusals and a network that is not there are what some tests are about; Chromium itself reports them as errors. */
    private static boolean isOfTheNetwork(String error) {
        return error.startsWith("Failed to load resource") || error.startsWith("WebSocket connection to");
    }

    /** Opens it and signs in. */
    static Window of(Chromium chromium, Scene scene, String name) {
        var window = open(chromium, scene.http(), chromium.options());
        window.signIn(Scene.email(name), scene.workspace());
        return window;
    }

    void signIn(String email, String workspace) {
        page.getByLabel("Email").fill(email);
        page.getByLabel("Workspace").fill(workspace);
        button("Sign in").click();
        assertThat(heading("Tickets")).isVisible();
    }

    Window go(String address) {
        page.evaluate("address => location.hash = address", address);
        return this;
    }

    Window ticket(String uuid) {
        return go("/tickets/" + uuid);
    }

    Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator region(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    /** Closes it; fails if the page reported an error. */
    @Override
    public void close() {
        context.close();
        assertThat(errors).isEmpty();
    }
}
