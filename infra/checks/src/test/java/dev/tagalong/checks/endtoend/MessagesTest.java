package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting and reading messages. */
@ExtendWith(RunningStack.class)
class MessagesTest {
    private final Desk desk;

    MessagesTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void pageOneHoldsTheNewestAndEachPageIsOldestFirst() {
        var ticket = desk.ticket();
        var posted = IntStream.range(0, 5)
                .mapToObj(at -> desk.owner().note(ticket, "Note " + at))
                .toList();
        var olga = desk.owner().api();
        var first = olga.get(ticket.path("/messages?page_size=2")).is(200);
        assertThat(first.column("uuid", "data", "results")).isEqualTo(posted.subList(3, 5));
        assertThat(first.number("data", "total")).isEqualTo(5);
        assertThat(first.number("data", "total_pages")).isEqualTo(3);
        assertThat(olga.get(ticket.path("/messages?page_size=2&page=3")).column("uuid", "data", "results"))
                .isEqualTo(posted.subList(0, 1));
    }

    @Test
    void repliesNotesAndWhatTheCustomerWroteAreToldApart() {
        var ticket = desk.ticket();
        var olga = desk.owner();
        olga.customerWrites(ticket, "Help!");
        olga.note(ticket, "Easy.");
        var reply =
                olga.api().post(ticket.path("/messages"), "message", "Done.").is(201);
        assertThat(Answer.fields(reply.at("data")))
                .containsEntry("type", "outgoing")
                .containsEntry("private", false)
                .containsEntry("content", "Done.")
                .containsEntry("sender_id", 2)
                .containsEntry("sender_type", "agent")
                .containsEntry("conversation_uuid", ticket.uuid());
        var shown = olga.api().get(ticket.path("/messages")).is(200);
        assertThat(shown.column("type", "data", "results")).containsExactly("incoming", "note", "outgoing");
        assertThat(shown.column("private", "data", "results")).containsExactly(false, true, false);
        assertThat(shown.column("sender_type", "data", "results")).containsExactly("contact", "agent", "agent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\":\"\"}",
                "{\"message\":7}",
                "{\"message\":\"x\",\"private\":\"yes\"}",
                "{\"message\":\"x\",\"mentions\":[\"17\"]}",
                "{\"message\":\"x\",\"mentions\":17}",
                "{\"message\":\"x\",\"sender_type\":\"robot\"}"
            })
    void aBadMessageIsRefused(String body) {
        assertThat(desk.owner()
                        .api()
                        .send("POST", desk.ticket().path("/messages"), body)
                        .is(400)
                        .string("error_type"))
                .isEqualTo("InputException");
    }

    @Test
    void aMentionIsToldOnceAndAsTheStrongestReason() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        var note = desk.owner()
                .api()
                .post(ticket.path("/messages"), "message", "Look", "private", true, "mentions", List.of(mia.id()))
                .is(201)
                .string("data", "uuid");
        assertThat(mia.inbox(ticket, 1).getFirst())
                .containsEntry("type", "mention")
                .containsEntry("reason", "mention")
                .containsEntry("message_id", note)
                .containsEntry("title", "Olga mentioned you on " + ticket.words())
                .containsEntry("description", "Look");
    }

    @Test
    void nobodyIsToldOfTheirOwnAct() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        tom.follow(ticket).is(200);
        mia.note(ticket, "From Mia");
        tom.inbox(ticket, 1);
        mia.inbox(ticket, 0);
    }
}
