package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in by the code flow with PKCE, as a deployment has it. */
@InChromium
@ExtendWith(RunningStack.class)
class ProviderSignInTest {
    private static final String RENEWAL = "**/provider/token";
    private static final String CALLS = "**/api/v1/**";

    private final Chromium chromium;
    private final Runner runner;
    private final Provider provider;
    private String token = "";
    private String next = "";

    ProviderSignInTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        this.runner = runner;
        provider = new Provider(runner.http(), this::token);
    }

    private String token() {
        var given = token;
        token = next;
        return given;
    }

    /** Lets the provider give such tokens of Bob, the first of which lasts so many seconds. */
    private Scene bobWhoseTokenLasts(int seconds) {
        var scene = Scene.in(runner);
        token = scene.token("bob", seconds);
        next = scene.token("bob", 3600);
        return scene;
    }

    private Window window() {
        var context = chromium.browser().newContext(chromium.options());
        provider.in(context);
        return Window.in(context, runner.http());
    }

    @Test
    void whoComesBackFromTheProviderIsWhereTheyWantedToBe() {
        var ticket = bobWhoseTokenLasts(3600).ticket("Webhook answers 403");
        try (var bob = window().ticket(ticket)) {
            bob.button("Sign in").click();
            bob.link("I am Bob").click();

            assertThat(bob.heading("Webhook answers 403")).isVisible();
            assertThat(bob.page().url()).isEqualTo(runner.http() + "/ui/#/tickets/" + ticket);
            assertThat(provider.grants()).containsExactly("authorization_code");

            bob.page().reload();
            assertThat(bob.heading("Webhook answers 403")).isVisible();
            bob.button("Sign out").click();
            assertThat(bob.button("Sign in")).isVisible();
        }
    }

    @Test
    void aTokenThatEndsSoonIsReplaced() {
        bobWhoseTokenLasts(30);
        try (var bob = window()) {
            bob.button("Sign in").click();
            bob.link("I am Bob").click();

            assertThat(bob.heading("Tickets")).isVisible();
            assertThat(provider.grants()).containsExactly("authorization_code", "refresh_token");
        }
    }

    @Test
    void whileTheProviderIsNotThereNobodyIsSignedOut() {
        bobWhoseTokenLasts(30);
        try (var bob = window()) {
            bob.page().clock().setFixedTime(Instant.now().plusSeconds(40).toEpochMilli());
            answersRenewals(bob, 503);
            bob.button("Sign in").click();
            bob.link("I am Bob").click();

            assertThat(bob.page().getByText("Tagalong cannot be reached.")).isVisible();
            bob.page().unroute(RENEWAL);
            bob.page().unroute(CALLS);
            bob.button("Try again").click();
            assertThat(bob.heading("Tickets")).isVisible();
        }
    }

    @Test
    void whomTheProviderRefusesSignsInAgain() {
        bobWhoseTokenLasts(30);
        try (var bob = window()) {
            bob.page().clock().setFixedTime(Instant.now().plusSeconds(40).toEpochMilli());
            answersRenewals(bob, 400);
            bob.button("Sign in").click();
            bob.link("I am Bob").click();

            assertThat(bob.page().getByText("Your session has ended. Sign in again."))
                    .isVisible();
        }
    }

    /** Answers renewals so, and calls as API Gateway does that come with a token that is over. */
    private static void answersRenewals(Window window, int status) {
        window.page().route(CALLS, route -> route.fulfill(answer(401)));
        window.page().route(RENEWAL, route -> {
            if (String.valueOf(route.request().postData()).contains("grant_type=refresh_token")) {
                route.fulfill(answer(status));
            } else {
                route.fallback();
            }
        });
    }

    private static Route.FulfillOptions answer(int status) {
        return new Route.FulfillOptions().setStatus(status).setBody("{}");
    }

    @Test
    void anAnswerToSomebodyElsesQuestionIsRefused() {
        try (var bob = window()) {
            bob.page().navigate(runner.http() + "/ui/?code=stolen&state=guessed");

            assertThat(bob.page().getByText("This sign-in was not begun here.")).isVisible();
            assertThat(provider.grants()).isEmpty();
        }
    }

    @Test
    void anIdentityWithAnotherNonceIsRefused() {
        token = "e30.e30.e30";
        provider.mistakesNonce("of-another-sign-in");
        try (var bob = window()) {
            bob.button("Sign in").click();
            bob.link("I am Bob").click();

            assertThat(bob.page().getByText("The identity provider answered somebody else."))
                    .isVisible();
        }
    }

    @Test
    void whatTheProviderSaysAgainstItIsShown() {
        try (var bob = window()) {
            bob.button("Sign in").click();
            bob.link("I am nobody").click();

            assertThat(bob.page().getByText("Not on the list.")).isVisible();
        }
    }

    @Test
    void whatSomebodyElseSaysEndsNoSignInAndNoSession() {
        bobWhoseTokenLasts(3600);
        var link = runner.http() + "/ui/?error=access_denied&error_description=Call+0900+for+help.";
        try (var bob = window()) {
            bob.button("Sign in").click();
            bob.link("I am Bob").waitFor();
            bob.page().navigate(link);
            assertThat(bob.page().getByText("This sign-in was not begun here.")).isVisible();
            assertThat(bob.page().getByText("0900")).hasCount(0);

            bob.page().goBack();
            bob.link("I am Bob").click();
            assertThat(bob.heading("Tickets")).isVisible();
            bob.page().navigate(link);
            assertThat(bob.heading("Tickets")).isVisible();
        }
    }
}
