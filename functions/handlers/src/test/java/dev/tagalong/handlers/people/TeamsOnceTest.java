package dev.tagalong.handlers.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Teams of more members than fit into one transaction, with an Idempotency-Key: a repetition goes on with what is left. */
final class TeamsOnceTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final List<UserId> agents =
            IntStream.range(1000, 1100).mapToObj(desk::agent).toList();
    private final CreateTeam create = new CreateTeam(front.edge, front.teams());
    private final ChangeTeam change = new ChangeTeam(front.edge, front.teams());
    private final DeleteTeam delete = new DeleteTeam(front.edge, front.teams());

    private static String members(List<UserId> users) {
        return users.stream().map(user -> Integer.toString(user.value())).collect(Collectors.joining(",", "[", "]"));
    }

    private Answer create() {
        return front.as(Desk.ADA)
                .once("POST", "/api/v1/teams", "k")
                .body("{\"name\":\"Large\",\"members\":" + members(agents) + "}")
                .to(create);
    }

    private Answer change(List<UserId> members) {
        return front.as(Desk.ADA)
                .path("team_id", Integer.toString(Desk.SUPPORT.value()))
                .once("PUT", "/api/v1/teams/" + Desk.SUPPORT.value(), "c" + members.size())
                .body("{\"members\":" + members(members) + "}")
                .to(change);
    }

    private List<UserId> stored(TeamId team) {
        return desk.store.directory().members(Desk.WORKSPACE, team).stream()
                .sorted(Comparator.comparingInt(UserId::value))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whereverTheStoreIsLostOneTeamIsMadeAndWhole(int calls) {
        desk.store.faults().failAfter(calls);
        create();
        desk.store.faults().heal();

        var answer = create();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(create().text()).isEqualTo(answer.text());
        var made = desk.store.directory().teams(Desk.WORKSPACE).stream()
                .filter(team -> team.name().equals("Large"))
                .map(TeamName::id)
                .toList();
        assertThat(made).hasSize(1);
        assertThat(stored(made.getFirst())).isEqualTo(agents);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void whereverTheStoreIsLostAllComeAndAllGo(int calls) {
        for (var members : List.of(agents, agents.subList(0, 1))) {
            desk.store.faults().failAfter(calls);
            change(members);
            desk.store.faults().heal();

            assertThat(change(members).status()).isEqualTo(200);
            assertThat(stored(Desk.SUPPORT)).isEqualTo(members);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void whereverTheStoreIsLostNobodyBelongsToATeamThatIsDeleted(int calls) {
        change(agents);
        for (int attempt = 0; attempt < 2; attempt++) {
            desk.store.faults().failAfter(attempt == 0 ? calls : Integer.MAX_VALUE);
            front.as(Desk.ADA)
                    .path("team_id", Integer.toString(Desk.SUPPORT.value()))
                    .once("DELETE", "/api/v1/teams/" + Desk.SUPPORT.value(), "d")
                    .to(delete);
            desk.store.faults().heal();
        }

        assertThat(agents)
                .allSatisfy(user -> assertThat(desk.user(user).teams()).isEmpty());
        assertThat(desk.store.directory().team(Desk.WORKSPACE, Desk.SUPPORT)).isEmpty();
    }
}
