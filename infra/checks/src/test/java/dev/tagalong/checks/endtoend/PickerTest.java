package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom one finds to make a follower. */
@ExtendWith(RunningStack.class)
class PickerTest {
    private static final String PICKER = "/api/v1/agents/compact";

    private final Desk desk;

    PickerTest(Runner runner) {
        this.desk = Desk.fresh(runner);
    }

    private List<Object> found(String query) {
        return List.copyOf(desk.owner().api().get(PICKER + query).is(200).column("first_name", "data", "results"));
    }

    @Test
    void agentsAreFoundByTheBeginningOfAWordAndListedByName() {
        desk.agent("Zoë");
        desk.agent("Émile");
        desk.agent("Жанна");
        desk.contact();
        assertThat(found("")).containsExactly("Émile", "Olga", "Zoë", "Жанна");
        assertThat(found("?search=EMI")).containsExactly("Émile");
        assertThat(found("?search=%D0%B6")).containsExactly("Жанна");
        assertThat(found("?search=people.ex")).hasSize(3);
        assertThat(found("?search=tester&page=2&page_size=3")).containsExactly("Жанна");
    }

    @Test
    void forATicketItsFollowersAndAssigneeAreLeftOut() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        desk.agent("Ute");
        var ticket = desk.ticket();
        desk.assign(ticket, tom);
        desk.owner().add(ticket, mia).is(200);
        assertThat(found("?conversation=" + ticket.uuid())).containsExactly("Olga", "Ute");
        desk.owner().remove(ticket, mia).is(200);
        assertThat(found("?search=mi&conversation=" + ticket.uuid())).containsExactly("Mia");
        desk.agent("Nobody")
                .api()
                .get(PICKER + "?conversation=" + ticket.uuid())
                .refuses(404, "NotFound", "conversation not found");
    }
}
