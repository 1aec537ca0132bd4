package dev.tagalong.handlers.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotificationEndpointsTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final ListNotifications list = new ListNotifications(front.edge, front.inbox());
    private final CountNotifications count = new CountNotifications(front.edge, front.inbox());
    private final ReadNotification read = new ReadNotification(front.edge, front.inbox());
    private final ReadAllNotifications readAll = new ReadAllNotifications(front.edge, front.inbox());
    private final DeleteNotification delete = new DeleteNotification(front.edge, front.inbox());
    private final ConversationId ticket = desk.supportTicket();

    NotificationEndpointsTest() {
        desk.follows(ticket, Desk.ALICE);
    }

    private Request alice() {
        return front.as(Desk.ALICE);
    }

    /** A row in Alice's inbox, ten minutes after the one before. */
    private EventId added() {
        desk.clock.advance(Duration.ofMinutes(10));
        var now = desk.clock.instant();
        var row = new Notification(
                desk.ids.event(), Desk.ALICE, ticket, Kind.ADDED, Reason.ADDED, Desk.BOB, null, now, now, null, null);
        desk.store.rows().putIfAbsent(Desk.WORKSPACE, List.of(row));
        return row.event();
    }

    @Test
    void aRowSaysWhatHappenedAndWhyOneHears() {
        var event = added();

        var answer = alice().to(list);

        assertThat(answer.names("data.results.0"))
                .containsExactly(
                        "id",
                        "type",
                        "reason",
                        "title",
                        "description",
                        "conversation_uuid",
                        "message_id",
                        "read_at",
                        "created_at");
        assertThat(answer.at("data.results.0.id")).isEqualTo(event.toString());
        assertThat(answer.at("data.results.0.type")).isEqualTo("added");
        assertThat(answer.at("data.results.0.reason")).isEqualTo("added");
        assertThat(answer.at("data.results.0.title"))
                .isEqualTo("Bob added you as a follower on ticket #217 — \"Login problem after password reset\"");
        assertThat(answer.at("data.results.0.read_at")).isNull();
    }

    @Test
    void theNewestComeFirstAndAfterCatchesUpOldestFirst() {
        var first = added();
        var second = added();
        var third = added();

        assertThat(alice().query("limit=2").to(list).at("data.results.0.id")).isEqualTo(third.toString());
        var missed = alice().query("after=" + first).to(list);
        assertThat(missed.at("data.results.0.id")).isEqualTo(second.toString());
        assertThat(missed.at("data.results.1.id")).isEqualTo(third.toString());
    }

    @Test
    void onlyUnreadOnesIfAskedFor() {
        var first = added();
        added();
        alice().path("id", first.toString()).to(read);

        assertThat(alice().query("unread=true").to(list).list("data.results")).hasSize(1);
        assertThat(alice().query("unread=false").to(list).list("data.results")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=0 | limit: must be a positive whole number",
                "limit=101 | limit: must be at most 100",
                "after=x | after: must be a uuid",
                "after=afa55a3b-60fa-4930-8382-4ad39cf6929f | after: must be an id that an answer gave",
                "unread=1 | unread: must be true or false"
            })
    void badInputNamesTheField(String query, String message) {
        assertThat(alice().query(query).to(list).refusal()).isEqualTo("400 InputError " + message);
    }

    @Test
    void readingOneLowersTheCount() {
        var event = added();
        added();

        assertThat(alice().to(count).text()).isEqualTo("{\"data\":{\"unread_count\":2,\"total_count\":2}}");
        assertThat(alice().path("id", event.toString()).to(read).at("data.read_at"))
                .isNotNull();
        assertThat(alice().to(count).text()).isEqualTo("{\"data\":{\"unread_count\":1,\"total_count\":2}}");
        assertThat(alice().to(readAll).at("data.read_count")).isEqualTo(1);
        assertThat(alice().to(count).at("data.unread_count")).isEqualTo(0);
    }

    @Test
    void aDeletedRowIsGone() {
        var event = added();

        assertThat(alice().path("id", event.toString()).to(delete).status()).isEqualTo(200);
        assertThat(alice().path("id", event.toString()).to(delete).refusal())
                .isEqualTo("404 NotFoundError notification not found");
        assertThat(alice().to(list).list("data.results")).isEmpty();
    }

    @Test
    void somebodyElsesRowIs404() {
        var event = added().toString();

        assertThat(front.as(Desk.BOB).path("id", event).to(read).status()).isEqualTo(404);
        assertThat(front.as(Desk.BOB).path("id", event).to(delete).status()).isEqualTo(404);
        assertThat(front.as(Desk.BOB).path("id", "7").to(read).refusal())
                .isEqualTo("400 InputError id: must be a uuid");
    }

    @Test
    void withoutATokenNothingIsTold() {
        for (var endpoint : List.of(list, count, read, readAll, delete)) {
            assertThat(new Request().to(endpoint).status()).isEqualTo(401);
        }
    }
}
