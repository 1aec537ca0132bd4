package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.wire.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inbox, the settings that steer it, and the mail beside it. */
@ExtendWith(RunningStack.class)
class InboxTest {
    private final Desk desk;

    InboxTest(Desk desk) {
        this.desk = desk;
    }

    private static Map<String, Object> stats(Agent agent) {
        return Answer.fields(
                agent.api().get("/api/v1/notifications/stats").is(200).at("data"));
    }

    private void notes(Agent agent, Ticket ticket, int count) {
        for (int at = 1; at <= count; at++) {
            desk.owner().note(ticket, "Note " + at);
            agent.inbox(ticket, at);
        }
    }

    @Test
    void rowsAreCountedReadAndDeleted() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        notes(mia, ticket, 3);
        assertThat(stats(mia)).isEqualTo(Map.of("unread_count", 3, "total_count", 3));
        var oldest = mia.inbox().getLast();
        var read = mia.api()
                .put("/api/v1/notifications/" + oldest.get("id") + "/read")
                .is(200);
        assertThat(read.at("data", "read_at")).isNotNull();
        assertThat(stats(mia)).isEqualTo(Map.of("unread_count", 2, "total_count", 3));
        assertThat(mia.api().get("/api/v1/notifications?unread=true").is(200).column("id", "data", "results"))
                .hasSize(2)
                .doesNotContain(oldest.get("id"));
        mia.api().delete("/api/v1/notifications/" + oldest.get("id")).is(200);
        assertThat(stats(mia)).isEqualTo(Map.of("unread_count", 2, "total_count", 2));
        mia.api().put("/api/v1/notifications/read-all").is(200);
        assertThat(stats(mia)).isEqualTo(Map.of("unread_count", 0, "total_count", 2));
        assertThat(mia.inbox()).allSatisfy(row -> assertThat(row.get("read_at")).isNotNull());
    }

    @Test
    void afterGivesWhatArrivedSinceOldestFirst() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        notes(mia, ticket, 4);
        var rows = mia.inbox();
        var caughtUp = mia.api()
                .get("/api/v1/notifications?after=" + rows.get(3).get("id"))
                .is(200);
        assertThat(caughtUp.column("id", "data", "results"))
                .doesNotContain(rows.get(3).get("id"))
                .containsSubsequence(
                        rows.get(2).get("id"),
                        rows.get(1).get("id"),
                        rows.get(0).get("id"));
        assertThat(mia.api().get("/api/v1/notifications?limit=2").is(200).column("id", "data", "results"))
                .isEqualTo(List.of(rows.get(0).get("id"), rows.get(1).get("id")));
    }

    @Test
    void badIdsAndLimitsAreRefusedAndOtherPeoplesRowsNotFound() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        notes(mia, ticket, 1);
        var id = mia.inbox().getFirst().get("id");
        var olga = desk.owner().api();
        olga.put("/api/v1/notifications/" + id + "/read").is(404);
        mia.api().put("/api/v1/notifications/x/read").is(400);
        mia.api().get("/api/v1/notifications?limit=0").is(400);
        mia.api().get("/api/v1/notifications?limit=101").is(400);
        mia.api().get("/api/v1/notifications?after=x").is(400);
        mia.api().get("/api/v1/notifications?unread=maybe").is(400);
    }

    @Test
    void settingsStartOnAndAPutMerges() {
        var mia = desk.agent("Mia");
        var on = Map.of("toast", true, "email", true);
        var before = Json.of(
                "added",
                on,
                "reply",
                on,
                "note",
                on,
                "mention",
                on,
                "assigned",
                on,
                "update",
                on,
                "auto_follow",
                Map.of("mention", false, "reply", false, "assign", false));
        before.put("quiet_window_seconds", Json.object("{\"none\":null}").get("none"));
        assertThat(mia.api()
                        .get("/api/v1/agents/me/notification-settings")
                        .is(200)
                        .at("data"))
                .isEqualTo(before);
        before.put("note", Map.of("toast", true, "email", false));
        before.put("quiet_window_seconds", 30);
        assertThat(mia.api()
                        .put(
                                "/api/v1/agents/me/notification-settings",
                                "note",
                                Map.of("email", false),
                                "quiet_window_seconds",
                                30)
                        .is(200)
                        .at("data"))
                .isEqualTo(before);
        mia.api()
                .put("/api/v1/agents/me/notification-settings", "quiet_window_seconds", 901)
                .is(400);
        mia.api()
                .put("/api/v1/agents/me/notification-settings", "note", Map.of("email", "no"))
                .is(400);
    }

    @Test
    void emailOffSendsNoMailButKeepsTheRow() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        tom.follow(ticket).is(200);
        mia.api()
                .put("/api/v1/agents/me/notification-settings", "note", Map.of("email", false))
                .is(200);
        desk.owner().note(ticket, "Quiet");
        mia.inbox(ticket, 1);
        Eventually.holds(() -> assertThat(desk.mail(tom, ticket)).hasSize(1));
        assertThat(desk.mail(mia, ticket)).isEmpty();
    }

    @Test
    void toastOffDropsTheFrameButKeepsTheRow() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        mia.api()
                .put("/api/v1/agents/me/notification-settings", "note", Map.of("toast", false))
                .is(200);
        try (var socket = desk.socket(mia)) {
            desk.owner().note(ticket, "Without a toast");
            mia.inbox(ticket, 1);
            desk.owner().customerWrites(ticket, "With one");
            assertThat(socket.await("new_notification", ticket, 1).getFirst()).containsEntry("type", "reply");
            socket.await("new_message", ticket, 2);
        }
    }

    private static void quiet(Agent agent, int seconds) {
        agent.api()
                .put("/api/v1/agents/me/notification-settings", "quiet_window_seconds", seconds)
                .is(200);
    }

    @Test
    void whatGathersInTheQuietWindowIsOneMailWithoutWhatWasRead() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        List.of(mia, tom).forEach(agent -> {
            quiet(agent, 5);
            agent.follow(ticket).is(200);
        });
        desk.owner().note(ticket, "First of two");
        desk.owner().note(ticket, "Second of two");
        mia.inbox(ticket, 2);
        mia.api().put("/api/v1/notifications/read-all").is(200);
        Eventually.holds(() -> assertThat(desk.mail(tom, ticket)).hasSize(1));
        assertThat(String.valueOf(desk.mail(tom, ticket).getFirst().get("text")))
                .contains("First of two", "Second of two");
        assertThat(desk.mail(mia, ticket)).isEmpty();
    }

    @Test
    void mailSaysWhyAndKeepsToOneThread() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(desk.agent("Tom"));
        desk.owner().add(ticket, mia).is(200);
        Eventually.holds(() -> assertThat(desk.mail(mia, ticket)).hasSize(1));
        desk.owner().note(ticket, "<script>alert('x')</script>");
        Eventually.holds(() -> assertThat(desk.mail(mia, ticket)).hasSize(2));
        var first = desk.mail(mia, ticket).getFirst();
        var second = desk.mail(mia, ticket).getLast();
        assertThat(first)
                .containsEntry("to", mia.email())
                .containsEntry("subject", "[#" + ticket.reference() + "] " + ticket.subject())
                .containsKeys("from", "sent_at");
        assertThat(header(first, "X-Tagalong-Reason")).isEqualTo("added");
        assertThat(header(second, "X-Tagalong-Reason")).isEqualTo("follower");
        assertThat(header(first, "References"))
                .isEqualTo(header(second, "References"))
                .contains(ticket.uuid());
        assertThat(String.valueOf(second.get("text"))).contains("<script>alert('x')</script>");
        assertThat(String.valueOf(second.get("html")))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(String.valueOf(first.get("html"))).contains(desk.nobody().http() + "/ui/#/tickets/" + ticket.uuid());
    }

    private static String header(Map<String, Object> mail, String name) {
        return String.valueOf(Answer.fields(mail.get("headers")).get(name));
    }
}
