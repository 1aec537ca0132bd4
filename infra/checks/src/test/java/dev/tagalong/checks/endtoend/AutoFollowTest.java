package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Following without a click, for who asked for it. */
@ExtendWith(RunningStack.class)
class AutoFollowTest {
    private final Desk desk;

    AutoFollowTest(Desk desk) {
        this.desk = desk;
    }

    private Agent asking(String name, String... causes) {
        var agent = desk.agent(name);
        for (var cause : causes) {
            agent.api()
                    .put("/api/v1/agents/me/notification-settings", "auto_follow", Map.of(cause, true))
                    .is(200);
        }
        return agent;
    }

    private List<@Nullable Object> followers(Ticket ticket) {
        return desk.owner().api().get(ticket.path("/participants")).is(200).column("id", "data");
    }

    private void mention(Agent author, Ticket ticket, Agent... mentioned) {
        var ids = List.of(mentioned).stream().map(Agent::id).toList();
        author.api()
                .post(ticket.path("/messages"), "message", "Look here", "private", true, "mentions", ids)
                .is(201);
    }

    @Test
    void whoIsMentionedFollowsAndIsToldOnce() {
        var mia = asking("Mia", "mention");
        var tom = desk.agent("Tom");
        var ticket = desk.ticketOf(desk.agent("Eve"));
        try (var socket = desk.socket(mia)) {
            mention(desk.owner(), ticket, mia, tom);
            assertThat(followers(ticket)).containsExactly(mia.id());
            socket.await("new_message", ticket, 1);
            socket.await("participants_update", ticket, 1);
        }
        assertThat(mia.inbox(ticket, 1).getFirst()).containsEntry("type", "mention");
        var log = mia.api().get(ticket.path("/activities")).is(200).rows("data", "results");
        assertThat(log.getFirst())
                .containsEntry("type", "followed")
                .containsEntry("actor", mia.asActor())
                .containsEntry("details", Map.of("auto", "mention", "by", "2"));
        desk.owner().note(ticket, "More");
        assertThat(mia.inbox(ticket, 2).getFirst()).containsEntry("reason", "follower");
        tom.api().get(ticket.path("")).is(404);
    }

    @Test
    void aFollowerMentionsNobodyIntoATicketThatTheyCannotSee() {
        var mia = asking("Mia", "mention");
        var tom = desk.agent("Tom");
        var ticket = desk.ticketOf(desk.agent("Eve"));
        desk.owner().add(ticket, tom).is(200);
        mention(tom, ticket, mia);
        assertThat(followers(ticket)).containsExactly(tom.id());
        mia.api().get(ticket.path("")).is(404);
    }

    @Test
    void whoRepliesFollowsAndHearsNothingOfIt() {
        var mia = asking("Mia", "reply");
        var ticket = desk.ticketOf(mia);
        mia.api().post(ticket.path("/messages"), "message", "Dear Linda").is(201);
        assertThat(followers(ticket)).containsExactly(mia.id());
        desk.owner().note(ticket, "Well said");
        assertThat(mia.inbox(ticket, 1).getFirst()).containsEntry("type", "note");
    }

    @Test
    void whoIsAssignedFollowsWhenTheyNoLongerAre() {
        var mia = asking("Mia", "assign");
        var ticket = desk.ticket();
        desk.assign(ticket, mia);
        assertThat(followers(ticket)).isEmpty();
        desk.owner().api().put(ticket.path("/assignee/user/remove")).is(200);
        assertThat(followers(ticket)).containsExactly(mia.id());
    }
}
