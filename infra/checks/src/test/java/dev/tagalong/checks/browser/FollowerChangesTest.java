package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the client turns clicks into calls that add and remove followers. */
@InChromium
class FollowerChangesTest {
    private final ClientPage client;

    FollowerChangesTest(Chromium chromium) {
        client = new ClientPage(chromium);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void clicksInQuickSuccessionAreOneCallAndThoseThatUndoEachOtherNone() {
        client.answers(request -> request.method().equals("POST")
                ? "{\"results\":[{\"user\":7,\"status\":\"error\",\"message\":\"the limit is reached\"}]}"
                : "[{\"id\":3}]");
        client.run(ClientPage.API + "window.done = [];"
                + "window.changes = new FollowerChanges(api, 'uuid', (change) => done.push(change), () => {});"
                + "changes.add(3); changes.add(7); changes.add(9); changes.remove(9);");
        client.pass(Duration.ofMillis(299));
        assertThat(client.calls()).isEmpty();
        client.pass(Duration.ofMillis(2));
        client.await("done.length === 1");

        assertThat(client.calls())
                .containsExactly(
                        "POST /followers/bulk {\"conversations\":[\"uuid\"],\"users\":[3,7],\"action\":\"add\"}",
                        "GET /conversations/uuid/participants");
        assertThat(client.run("done[0].failures.map(({ user }) => user)")).isEqualTo(List.of(7));
    }

    @Test
    void theLastClickHasTheLastWordHoweverSlowTheFirstCallIs() {
        client.run("window.calls = [];"
                + "const slow = { participants: async () => [],"
                + "changeFollowers: (uuid, users, action) => new Promise((done) => calls.push({ action, done })) };"
                + "window.done = 0; window.changes = new FollowerChanges(slow, 'uuid', () => done++, () => {});"
                + "changes.add(3)");
        client.pass(Duration.ofMillis(300));
        client.run("changes.remove(3)");
        client.pass(Duration.ofMillis(300));
        assertThat(client.run("calls.map(({ action }) => action)")).isEqualTo(List.of("add"));

        client.run("calls[0].done({ results: [] })");
        client.await("calls.length === 2");
        assertThat(client.run("calls[1].action")).isEqualTo("remove");
        client.run("calls[1].done({ results: [] })");
        client.await("done === 2");
    }
}
