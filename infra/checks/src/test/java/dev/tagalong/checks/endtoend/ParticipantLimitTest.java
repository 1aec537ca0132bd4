package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A workspace's limit of participants holds, whoever comes at once. */
@ExtendWith(RunningStack.class)
class ParticipantLimitTest {
    private final Desk desk;

    ParticipantLimitTest(Runner runner) {
        this.desk = Desk.fresh(runner);
    }

    private void limit(int most) {
        assertThat(desk.owner()
                        .api()
                        .put("/api/v1/settings", "participant_limit", most)
                        .is(200)
                        .number("data", "participant_limit"))
                .isEqualTo(most);
        assertThat(desk.owner().api().get("/api/v1/settings").is(200).number("data", "participant_limit"))
                .isEqualTo(most);
    }

    @Test
    void oneMoreThanTheLimitIsAConflictAndOneLessMakesRoom() {
        limit(2);
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var uma = desk.agent("Uma");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        tom.follow(ticket).is(200);
        assertThat(uma.follow(ticket).is(409).string("error_type")).isEqualTo("ConflictException");
        assertThat(desk.owner().add(ticket, uma).is(409).string("data", "type")).isEqualTo("ConflictError");
        tom.follow(ticket).is(200);
        tom.unfollow(ticket).is(200);
        uma.follow(ticket).is(200);
    }

    @Test
    void aParkedFollowStillCounts() {
        limit(1);
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        desk.assign(ticket, mia);
        assertThat(desk.owner().api().get(ticket.path("/participants")).rows("data"))
                .isEmpty();
        desk.owner().add(ticket, tom).is(409);
        desk.owner().api().put(ticket.path("/assignee/user/remove")).is(200);
        assertThat(desk.owner().api().get(ticket.path("/participants")).rows("data"))
                .containsExactly(mia.asParticipant());
        assertThat(desk.owner().api().get(ticket.path("/activities")).column("type", "data", "results"))
                .contains("follow_parked", "follow_restored");
    }

    @Test
    void ofFiftyAtOnceExactlyTwentyGetInWhereTwentyMay() throws Exception {
        limit(20);
        var ticket = desk.ticket();
        var agents = IntStream.range(0, 50).mapToObj(at -> desk.agent("Crowd")).toList();
        var statuses = Crowd.statuses(agents.stream()
                .map(agent -> (Supplier<Answer>) () -> desk.owner().add(ticket, agent))
                .toList());
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(20);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(30);
        assertThat(desk.owner().api().get(ticket.path("/participants")).rows("data"))
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(desk.owner().api().get(ticket.path("")).number("data", "participant_count"))
                .isEqualTo(20);
    }
}
