package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.tagalong.checks.endtoend.Api;
import dev.tagalong.checks.endtoend.Eventually;
import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import dev.tagalong.local.wire.Json;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page as it looks, light, dark and narrow: axe finds nothing, nothing is wider than the screen, and a picture is kept. */
@InChromium
@ExtendWith(RunningStack.class)
@ResourceLock("ticket #217")
class PagesTest {
    private static final Pattern LINK = Pattern.compile("http://[^\"<> ]+/unsubscribe/[A-Za-z0-9._-]+");
    private static final String TICKET = "afa55a3b-60fa-4930-8382-4ad39cf6929f";

    private final Chromium chromium;
    private final Runner runner;

    PagesTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        this.runner = runner;
    }

    /** How somebody looks at them. */
    enum Look {
        LIGHT(1280, 800, ColorScheme.LIGHT),
        DARK(1280, 800, ColorScheme.DARK),
        NARROW(360, 740, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    private Window open(Look look) {
        var context = chromium.browser()
                .newContext(chromium.options()
                        .setViewportSize(look.width, look.height)
                        .setColorScheme(look.scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        Axe.in(context);
        return Window.in(context, runner.http());
    }

    private Api olga() {
        var nobody = new Api(HttpClient.newHttpClient(), runner.http(), "");
        return nobody.as(nobody.post("/_local/token", "email", "olga@example.com")
                .is(200)
                .string("token"));
    }

    /** Posts in ticket #217, once however often it is asked for. */
    private static void post(Api olga, Object... message) {
        var body = Json.write(Json.of(message));
        olga.send(
                        "POST",
                        Scene.path(TICKET, "/messages"),
                        body,
                        UUID.nameUUIDFromBytes(body.getBytes(UTF_8)).toString())
                .is(201);
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsFitToBeSeen(Look look) {
        var olga = olga();
        olga.post(Scene.path(TICKET, "/followers"), "user_id", Scene.ALICE).is(200);
        post(olga, "message", "We are looking into it, Linda.");
        post(
                olga,
                "message",
                "Could you look at the session log, @Bob Smith?",
                "private",
                true,
                "mentions",
                List.of(42));
        try (var bob = open(look)) {
            var page = bob.page();
            assertThat(bob.heading("Tagalong")).isVisible();
            look(page, look, "sign-in");
            page.getByText("Bob Smith").click();
            assertThat(page.locator(".ticket-row").first()).isVisible();
            look(page, look, "tickets");
            bob.go("/tickets?status=closed&priority=urgent&tags=none");
            assertThat(page.getByText("No ticket is like that")).isVisible();
            look(page, look, "no-tickets");
            bob.ticket(TICKET);
            assertThat(page.getByText("We are looking into it, Linda.").first()).isVisible();
            look(page, look, "ticket");
            page.getByText("Activity").click();
            assertThat(page.locator(".activities li").first()).isVisible();
            bob.button("Add followers").click();
            assertThat(page.locator("#candidates li").first()).isVisible();
            look(page, look, "picker");
            bob.go("/tickets/00000000-0000-4000-8000-000000000000");
            assertThat(page.getByText("You do not see this ticket")).isVisible();
            look(page, look, "unseen-ticket");
            bob.go("/inbox");
            assertThat(page.locator(".notification").first()).isVisible();
            post(olga, "message", "Seen " + look + ", @Bob Smith?", "private", true, "mentions", List.of(42));
            assertThat(page.locator(".toast", new Page.LocatorOptions().setHasText("Seen " + look)))
                    .isVisible();
            look(page, look, "notifications");
            bob.button("Dismiss").first().click();
            bob.go("/settings");
            assertThat(page.getByText("Quiet window")).isVisible();
            look(page, look, "settings");
            page.navigate(unsubscribeLink(olga));
            look(page, look, "unsubscribe");
            page.goBack();
            assertThat(page.getByText("Quiet window")).isVisible();
            bob.context().setOffline(true);
            bob.go("/tickets");
            assertThat(page.getByText("You are offline")).isVisible();
            look(page, look, "offline");
        }
    }

    /** The link of a mail that Alice got. */
    private static String unsubscribeLink(Api olga) {
        var links = new ArrayList<String>();
        Eventually.holds(() -> {
            var mails = olga.get("/_local/mail?to=alice@example.com").is(200).text();
            LINK.matcher(mails).results().map(MatchResult::group).forEach(links::add);
            assertThat(links).isNotEmpty();
        });
        return links.getFirst();
    }

    private static void look(Page page, Look look, String name) {
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s, %s", name, look)
                .isEqualTo(look.width);
        assertThat(Axe.violations(page)).as("axe on %s, %s", name, look).isEmpty();
    }
}
