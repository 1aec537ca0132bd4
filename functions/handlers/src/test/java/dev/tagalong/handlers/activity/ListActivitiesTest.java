package dev.tagalong.handlers.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.conversation.ConversationEdit;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import org.junit.jupiter.api.Test;

final class ListActivitiesTest {
    private static final ConversationEdit CLOSE = ConversationEdit.NOTHING.withStatus(Status.CLOSED);

    private final FrontDesk front = new FrontDesk();
    private final ListActivities list = new ListActivities(front.edge, front.activities());

    @Test
    void theLogSaysWhoDidWhatToWhomNewestFirst() {
        var desk = front.desk;
        var ticket = desk.supportTicket();
        Desk.done(front.followers().add(desk.as(Desk.BOB), ticket, Desk.ALICE, desk.clock.instant()));
        Desk.done(front.changes().change(desk.as(Desk.BOB), ticket, CLOSE, desk.clock.instant()));

        var answer = front.as(Desk.BOB).on(ticket).to(list);

        assertThat(answer.at("data.total")).isEqualTo(2);
        assertThat(answer.at("data.results.0.type")).isEqualTo("status_changed");
        assertThat(answer.at("data.results.0.target")).isNull();
        assertThat(answer.at("data.results.0.details.to")).isEqualTo("closed");
        assertThat(answer.at("data.results.1.type")).isEqualTo("follower_added");
        assertThat(answer.at("data.results.1.actor.first_name")).isEqualTo("Bob");
        assertThat(answer.names("data.results.1.target")).containsExactly("id", "first_name", "last_name");
        assertThat(answer.at("data.results.1.target.id")).isEqualTo(17);
        assertThat(answer.at("data.results.1.created_at")).isEqualTo("2026-03-02T09:00:00.000Z");
    }

    @Test
    void whoSeesNoTicketSeesNoLog() {
        var ticket = front.desk.supportTicket();

        assertThat(front.as(Desk.ALICE).on(ticket).to(list).status()).isEqualTo(404);
        assertThat(front.as(Desk.BOB).path("uuid", "x").to(list).refusal())
                .isEqualTo("400 InputError uuid: must be a uuid");
    }

    @Test
    void aContactSeesNoLog() {
        var ticket = front.desk.supportTicket();
        front.desk.follows(ticket, Desk.LINDA);

        assertThat(front.as(Desk.LINDA).on(ticket).to(list).status()).isEqualTo(403);
    }
}
