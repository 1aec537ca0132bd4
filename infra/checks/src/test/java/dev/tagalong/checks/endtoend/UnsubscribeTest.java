package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The links of mails. */
@ExtendWith(RunningStack.class)
class UnsubscribeTest {
    private final Desk desk;

    UnsubscribeTest(Desk desk) {
        this.desk = desk;
    }

    /** The path of the link in the newest mail of somebody about a ticket, once there are so many. */
    private String link(Agent agent, Ticket ticket, int count) {
        Eventually.holds(() -> assertThat(desk.mail(agent, ticket)).hasSize(count));
        var headers = headers(desk.mail(agent, ticket).getLast());
        assertThat(headers).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        var link = String.valueOf(headers.get("List-Unsubscribe"));
        assertThat(link).startsWith("<http").endsWith(">");
        return URI.create(link.substring(1, link.length() - 1)).getPath();
    }

    private static Map<String, Object> headers(Map<String, Object> mail) {
        return Answer.fields(mail.get("headers"));
    }

    @Test
    void onePostStopsFollowingAndAGetDoesNothing() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(desk.agent("Tom"));
        desk.owner().add(ticket, mia).is(200);
        var link = link(mia, ticket, 1);

        assertThat(desk.nobody().get(link).is(200).text()).contains("Stop following ticket #" + ticket.reference());
        assertThat(mia.api().get(ticket.path("/participants")).is(200).rows("data"))
                .containsExactly(mia.asParticipant());

        desk.nobody().send("POST", link, "List-Unsubscribe=One-Click").is(200);
        mia.api().get(ticket.path("")).is(404);
        desk.nobody().send("POST", link, "List-Unsubscribe=One-Click").is(200);
        assertThat(desk.owner().api().get(ticket.path("/activities")).is(200).rows("data", "results").stream()
                        .filter(row -> "unfollowed".equals(row.get("type"))))
                .hasSize(1);
    }

    @Test
    void theAssigneeIsMutedAndStaysTheAssignee() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        tom.follow(ticket).is(200);
        desk.assign(ticket, mia);
        var link = link(mia, ticket, 1);

        assertThat(desk.nobody().get(link).is(200).text()).contains("Mute ticket");
        desk.nobody().send("POST", link, "").is(200);
        desk.owner().note(ticket, "Unheard");
        tom.inbox(ticket, 1);
        assertThat(mia.inbox(ticket, 1)).hasSize(1);
        assertThat(mia.api().get(ticket.path("")).is(200).number("data", "assigned_user_id"))
                .isEqualTo(mia.id());
    }

    @Test
    void whatIsNoTokenIsNotFound() {
        for (var token : List.of("x", "00000000000000000000000000.demo", "00000000000000000000000000.nowhere")) {
            desk.nobody().get("/unsubscribe/" + token).is(404);
            desk.nobody().send("POST", "/unsubscribe/" + token, "").is(404);
        }
        desk.nobody().send("DELETE", "/unsubscribe/x", "").is(404);
        desk.nobody().send("POST", "/unsubscribe/x", "a".repeat(300_000)).is(413);
    }
}
