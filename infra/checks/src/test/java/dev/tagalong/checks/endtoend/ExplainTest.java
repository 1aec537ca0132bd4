package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asking why somebody was told. */
@ExtendWith(RunningStack.class)
class ExplainTest {
    private final Desk desk;
    private final Resources resources;

    ExplainTest(Desk desk, Runner runner) {
        this.desk = desk;
        this.resources = new Resources(runner.environment());
    }

    @Test
    void theVerdictOfTheFanOutIsKept() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        var note = desk.owner().note(ticket, "Look here");
        mia.inbox(ticket, 1);
        var path = ticket.path("/explain?user_id=" + mia.id() + "&event=" + note);
        assertThat(Answer.fields(desk.owner().api().get(path).is(200).at("data")))
                .isEqualTo(Map.of("notified", true, "reason", "follower", "rule", "notified", "recalculated", false));
        mia.api().get(ticket.path("/explain?user_id=2&event=" + note)).is(403);
    }

    @Test
    void activitiesAreEventsToo() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(mia);
        desk.assign(ticket, mia);
        mia.inbox(ticket, 1);
        var assigned = mia.api()
                .get(ticket.path("/activities"))
                .is(200)
                .rows("data", "results")
                .getFirst()
                .get("id");
        assertThat(mia.api()
                        .get(ticket.path("/explain?event=" + assigned))
                        .is(200)
                        .at("data", "reason"))
                .isEqualTo("assigned");
    }

    @Test
    void whatIsNoLongerKeptIsDecidedAnew() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        var note = desk.owner().note(ticket, "Look here");
        mia.inbox(ticket, 1);
        resources.items().entrySet().stream()
                .filter(item -> item.getKey().endsWith("#EVT#" + note + " V"))
                .forEach(item -> resources.delete(item.getValue()));
        assertThat(Answer.fields(mia.api()
                        .get(ticket.path("/explain?event=" + note))
                        .is(200)
                        .at("data")))
                .isEqualTo(Map.of("notified", true, "reason", "follower", "rule", "notified", "recalculated", true));
    }
}
