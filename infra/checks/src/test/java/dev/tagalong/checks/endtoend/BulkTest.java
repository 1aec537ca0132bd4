package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Followers of many tickets at once. */
@ExtendWith(RunningStack.class)
class BulkTest {
    private final Desk desk;

    BulkTest(Desk desk) {
        this.desk = desk;
    }

    private List<@Nullable Object> run(
            Agent caller, String action, List<Ticket> tickets, List<Agent> users, boolean dryRun) {
        return caller.api()
                .post(
                        "/api/v1/followers/bulk",
                        "conversations",
                        tickets.stream().map(Ticket::uuid).toList(),
                        "users",
                        users.stream().map(Agent::id).toList(),
                        "action",
                        action,
                        "dry_run",
                        dryRun)
                .is(200)
                .column("status", "data", "results");
    }

    private List<@Nullable Object> followers(Ticket ticket) {
        return desk.owner().api().get(ticket.path("/participants")).is(200).column("id", "data");
    }

    @Test
    void manyAreAddedAndRemovedAndToldOnceEach() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var tickets = IntStream.range(0, 12).mapToObj(at -> desk.ticket()).toList();
        assertThat(run(desk.owner(), "add", tickets, List.of(mia, tom), true)).containsOnly("ok");
        assertThat(followers(tickets.getFirst())).isEmpty();
        assertThat(run(desk.owner(), "add", tickets, List.of(mia, tom), false))
                .hasSize(24)
                .containsOnly("ok");
        assertThat(run(desk.owner(), "add", tickets, List.of(mia, tom), false)).containsOnly("unchanged");
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(followers(ticket)).containsExactlyInAnyOrder(mia.id(), tom.id()));
        tickets.forEach(ticket -> assertThat(mia.inbox(ticket, 1)).hasSize(1));
        assertThat(run(desk.owner(), "remove", tickets, List.of(mia), false))
                .hasSize(12)
                .containsOnly("ok");
        assertThat(tickets).allSatisfy(ticket -> assertThat(followers(ticket)).containsExactly(tom.id()));
    }

    @Test
    void oneThatIsRefusedStopsNoOther() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var closed = desk.ticketOf(desk.agent("Eve"));
        var open = desk.ticket();
        assertThat(run(mia, "add", List.of(closed, open), List.of(tom), false)).containsExactly("error", "ok");
        assertThat(followers(closed)).isEmpty();
    }

    @Test
    void badInputIsNamedWithItsPlace() {
        var api = desk.owner().api();
        var ticket = desk.ticket().uuid();
        assertThat(api.post("/api/v1/followers/bulk", "conversations", List.of(ticket, "x"), "users", List.of(17))
                        .is(400)
                        .string("message"))
                .isEqualTo("conversations[1]: must be a uuid");
        assertThat(api.post(
                                "/api/v1/followers/bulk",
                                "conversations",
                                List.of(ticket),
                                "users",
                                List.of(17, Map.of()),
                                "action",
                                "add")
                        .is(400)
                        .string("message"))
                .isEqualTo("users[1]: must be a positive whole number");
        api.send("POST", "/api/v1/followers/bulk", " ".repeat(256 * 1024) + "{}")
                .is(413);
        desk.nobody().post("/api/v1/followers/bulk").is(401);
    }
}
