package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.wire.Json;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same call under the same Idempotency-Key. */
@ExtendWith(RunningStack.class)
class IdempotencyTest {
    private static final int TWINS = 12;

    private final Desk desk;
    private final String key = UUID.randomUUID().toString();

    IdempotencyTest(Desk desk) {
        this.desk = desk;
    }

    private static String body(Object... fields) {
        return Json.write(Json.of(fields));
    }

    private Answer twice(Agent agent, String method, String path, String body) {
        var first = agent.api().send(method, path, body, key);
        assertThat(first.status()).as(first.text()).isBetween(200, 299);
        var second = agent.api().send(method, path, body, key);
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.text()).isEqualTo(first.text());
        return first;
    }

    private static int messages(Agent agent, Ticket ticket) {
        return agent.api().get(ticket.path("/messages")).is(200).number("data", "total");
    }

    @Test
    void whatIsCreatedTwiceIsThereOnce() {
        var olga = desk.owner();
        var body = body("subject", "Twice " + key, "customer_id", desk.contact());
        var ticket = Ticket.of(twice(olga, "POST", "/api/v1/conversations", body));
        twice(olga, "POST", ticket.path("/messages"), body("message", "Hello", "private", true));
        assertThat(messages(olga, ticket)).isEqualTo(1);
        olga.api()
                .send("POST", ticket.path("/messages"), body("message", "Hallo", "private", true), key)
                .is(409);
        assertThat(messages(olga, ticket)).isEqualTo(1);
    }

    @Test
    void twinsTakeEffectOnceAndHearTheSame() throws InterruptedException {
        var olga = desk.owner();
        var ticket = desk.ticket();
        var body = body("message", "All at once", "private", true);
        Callable<Answer> post = () -> olga.api().send("POST", ticket.path("/messages"), body, key);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Collections.nCopies(TWINS, post)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(answers)
                    .extracting(Answer::text)
                    .containsOnly(answers.getFirst().text());
        }
        assertThat(messages(olga, ticket)).isEqualTo(1);
    }

    @Test
    void changesOfTheInboxAndOfSettingsTakeAKeyToo() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        desk.owner().note(ticket, "Hello");
        var row = "/api/v1/notifications/" + mia.inbox(ticket, 1).getFirst().get("id");
        twice(mia, "PUT", row + "/read", "");
        twice(mia, "PUT", "/api/v1/notifications/read-all", "");
        twice(mia, "DELETE", row, "");
        twice(mia, "PUT", "/api/v1/agents/me/notification-settings", body("quiet_window_seconds", 60));
    }

    @Test
    void renamingTakesAKeyToo() {
        var olga = desk.owner();
        for (var places : List.of("/api/v1/departments", "/api/v1/inboxes")) {
            var made = twice(olga, "POST", places, body("name", "Before " + key));
            var id = places.endsWith("inboxes") ? made.string("data", "id") : made.string("data", "uuid");
            twice(olga, "PUT", places + "/" + id, body("name", "After " + key));
        }
    }

    @Test
    void secretsAreHandedOutOnlyWithoutAKey() {
        var mia = desk.agent("Mia");
        var keys = "/api/v1/agents/" + mia.id() + "/api-key";
        var olga = desk.owner();
        mia.api().send("POST", "/api/v1/ws-tickets", "", key).is(400);
        olga.api()
                .send("POST", keys, body("name", "CI", "scopes", List.of()), key)
                .is(400);
        twice(olga, "DELETE", keys, "");
    }
}
