package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where addresses of the agent UI lead. */
@InChromium
class RouterTest {
    private final Chromium chromium;

    RouterTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void onlyAnIdLeadsToATicket() {
        try (var page = new ClientPage(chromium)) {
            page.run("import('/app/shell/router.js').then((module) => {"
                    + "window.led = (hash) => { const { page, uuid = '' } = module.route(hash); return page + ' ' + uuid; };"
                    + "window.there = module.ticketAddress('afa55a3b-60fa-4930-8382-4ad39cf6929f'); })");
            assertThat(page.run("led(there)")).isEqualTo("ticket afa55a3b-60fa-4930-8382-4ad39cf6929f");
            assertThat(page.run("led('#/tickets/217?tab=activity')")).isEqualTo("ticket 217");
            assertThat(page.run("led('#/tickets/..')")).isEqualTo("tickets ");
            assertThat(page.run("led('#/tickets/%2e%2e/followers')")).isEqualTo("tickets ");
            assertThat(page.run("led('#/tickets/..%2Fagents%2Fme')")).isEqualTo("tickets ");
            assertThat(page.run("led('#/tickets/')")).isEqualTo("tickets ");
            assertThat(page.run("led('#/nowhere')")).isEqualTo("tickets ");
        }
    }
}
