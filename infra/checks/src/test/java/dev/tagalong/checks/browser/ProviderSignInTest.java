package dev.tagalong.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.endtoend.RunningStack;
import dev.tagalong.local.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in by the code flow with PKCE, as a deployment has it. */
@InChromium
@ExtendWith(RunningStack.class)
class ProviderSignInTest {
    private final Chromium chromium;
    private final Scene scene;
    private int life = 3600;
    private final Provider provider;

    ProviderSignInTest(Chromium chromium, Runner runner) {
        this.chromium = chromium;
        scene = Scene.in(runner);
        provider = new Provider(scene.http(), () -> scene.token("bob", life));
    }

    private Window window() {
        var context = chromium.browser().newContext(chromium.options());
        provider.in(context);
        return Window.in(context, scene.http());
    }

    @Test
    void whoComesBackFromTheProviderIsWhereTheyWantedToBe() {
        var ticket = scene.ticket("Webhook answers 403");
        try (var bob = window().ticket(ticket)) {
            bob.button("Sign in").click();
            bob.link("I am Bob").click();

            assertThat(bob.heading("Webhook answers 403")).isVisible();
            assertThat(bob.page().url()).isEqualTo(scene.http() + "/ui/#/tickets/" + ticket);
            assertThat(provider.grants()).containsExactly("authorization_code");

            bob.page().reload();
            assertThat(bob.heading("Webhook answers 403")).isVisible();
            bob.button("Sign out").click();
            assertThat(bob.button("Sign in")).isVisible();
        }
    }

    @Test
    void aTokenThatEndsSoonIsReplaced() {
        life = 30;
        try (var bob = window()) {
            bob.button("Sign in").click();
            bob.link("I am Bob").click();

            assertThat(bob.heading("Tickets")).isVisible();
            assertThat(provider.grants()).contains("refresh_token");
        }
    }

    @Test
    void anAnswerToSomebodyElsesQuestionIsRefused() {
        try (var bob = window()) {
            bob.page().navigate(scene.http() + "/ui/?code=stolen&state=guessed");

            assertThat(bob.page().getByText("This sign-in was not begun here.")).isVisible();
            assertThat(provider.grants()).isEmpty();
        }
    }

    @Test
    void anIdentityWithAnotherNonceIsRefused() {
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
            bob.page().navigate(scene.http() + "/ui/?error=access_denied&error_description=Not+on+the+list.");

            assertThat(bob.page().getByText("Not on the list.")).isVisible();
        }
    }
}
