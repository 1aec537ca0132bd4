package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client's calls of the API: when they are repeated, and what comes of those that fail. */
@InChromium
class ApiTest {
    private final ClientPage client;

    ApiTest(Chromium chromium) {
        client = new ClientPage(chromium);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private void passUntil(BooleanSupplier done) {
        for (int attempt = 0; !done.getAsBoolean() && attempt < 50; attempt++) {
            client.pass(Duration.ofMillis(200));
        }
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameKey() {
        client.answers(request -> client.calls().size() == 1 ? "none" : "{}");
        client.run(
                ClientPage.API + "window.answered = false; api.follow('uuid').then(() => (window.answered = true)); 0");
        passUntil(() -> client.calls().size() == 2);
        client.await("answered");
        assertThat(client.calls()).hasSize(2);
        assertThat(client.keys()).hasSize(1);
    }

    @Test
    void aCallThatNobodyAnswersIsGivenUpAndMadeAgain() {
        client.answers(request -> client.calls().size() == 1 ? "never" : "{}");
        client.run("window.ends = []; AbortSignal.timeout = (patience) => {"
                + "const end = new AbortController(); ends.push([patience, end]); return end.signal; };"
                + ClientPage.API
                + "window.answered = false; api.follow('uuid').then(() => (window.answered = true)); 0");
        client.awaitCalls(1);
        assertThat(client.run("ends.map(([patience]) => patience)")).isEqualTo(List.of(40_000));

        client.run("ends[0][1].abort()");
        passUntil(() -> client.calls().size() == 2);
        client.await("answered");
        assertThat(client.keys()).hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffIsAProblem() {
        client.run(
                "window.fetch = async () => ({ ok: true, json: () => Promise.reject(new TypeError('broken off')) });");
        client.run(
                ClientPage.API + "window.problem = null;"
                        + "api.conversation('uuid').catch((failed) => (window.problem = [failed instanceof Problem, failed.status])); 0");
        passUntil(() -> client.run("problem") != null);
        assertThat(client.run("problem")).isEqualTo(List.of(true, 0));
    }

    @Test
    void aRefusalIsAProblemWithItsReason() {
        client.answers(request -> "404");
        assertThat(
                        client.run(
                                ClientPage.API
                                        + "api.conversation('uuid').catch((failed) => [failed instanceof Problem, failed.status, failed.message])"))
                .isEqualTo(List.of(true, 404, "refused"));
    }

    @Test
    void aRefusalThatIsNotTheProductsHasAReasonToo() {
        client.run(
                "window.reason = (body) => Problem.of(new Response(body, { status: 403 })).then(({ message }) => message); 0");
        assertThat(client.run("reason('{\"message\":\"Forbidden\"}')")).isEqualTo("Forbidden");
        assertThat(client.run("reason('<!doctype html>')")).isEqualTo("That did not work. Try again.");
    }
}
