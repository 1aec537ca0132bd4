package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is kept of somebody who signed in at a provider. */
@InChromium
class SessionTest {
    private final Chromium chromium;

    SessionTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void aRenewalThatIsNotAnsweredIsGivenUp() {
        try (var page = new ClientPage(chromium)) {
            page.run("""
                    import('/app/sign-in/session.js').then(({ Session }) => {
                      AbortSignal.timeout = () => AbortSignal.abort(new DOMException('late', 'TimeoutError'));
                      window.fetch = (url, { signal } = {}) =>
                        new Promise((answer, refuse) => signal?.aborted && refuse(signal.reason));
                      const over = 'e30.' + btoa('{"exp":0}') + '.e30';
                      const config = { signIn: { kind: 'oidc', issuer: 'https://provider.test', clientId: 'agent-ui' } };
                      new Session(config, { token: over, refreshToken: 'again' })
                        .token().catch(({ status }) => (window.refused = status));
                    })""");
            page.await("window.refused === 0");
        }
    }

    @Test
    void aRenewalThatIsOnItsWaySignsNobodyInWhoSignedOut() {
        try (var page = new ClientPage(chromium)) {
            page.run("""
                    import('/app/sign-in/session.js').then(({ Session }) => {
                      const issuer = 'https://provider.test';
                      window.fetch = (url) => new Promise((answer) => url.endsWith('/token')
                        ? (window.renew = () => answer(new Response('{"access_token":"e30.e30.e30"}')))
                        : answer(new Response(JSON.stringify({ issuer, token_endpoint: issuer + '/token' }))));
                      const over = 'e30.' + btoa('{"exp":0}') + '.e30';
                      const config = { signIn: { kind: 'oidc', issuer, clientId: 'agent-ui' } };
                      window.session = Session.begin(config, { token: over, refreshToken: 'again' });
                      window.token = session.token();
                    })""");
            page.await("window.renew !== undefined");

            page.run("session.end(); renew(); token");

            assertThat(page.run("sessionStorage.length")).isEqualTo(0);
        }
    }
}
