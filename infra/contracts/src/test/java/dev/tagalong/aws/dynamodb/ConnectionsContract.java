package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Connections;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of every store of open sockets. */
abstract class ConnectionsContract {
    private static final UserId BOB = new UserId(42);
    private static final UserId ALICE = new UserId(17);
    private static final ConversationId FIRST = new ConversationId(new UUID(0, 1));
    private static final ConversationId SECOND = new ConversationId(new UUID(0, 2));

    private Workspace workspace;
    private Connections connections;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        connections = workspace.stores.connections();
    }

    private Connection connection(String id, UserId user) {
        return new Connection(
                new ConnectionId(id), user, workspace.clock.instant().plus(Duration.ofHours(1)));
    }

    private Connection opened(String id, UserId user) {
        var connection = connection(id, user);
        assertThat(connections.open(workspace.id, connection)).isEmpty();
        return connection;
    }

    @Test
    void socketsOfManyUsersComeTogether() {
        var tab = opened("Lx=1", BOB);
        var other = opened("Lx=2", BOB);
        var hers = opened("Lx=3", ALICE);

        assertThat(connections.of(workspace.id, Set.of(BOB, ALICE, new UserId(7))))
                .containsExactlyInAnyOrder(tab, other, hers);
    }

    @Test
    void closedSocketIsForgottenAndItsOthersStay() {
        var tab = opened("Lx=1", BOB);
        var other = opened("Lx=2", BOB);

        connections.close(workspace.id, BOB, tab.id());

        assertThat(connections.of(workspace.id, Set.of(BOB))).containsExactly(other);
    }

    @Test
    void aSocketOfAnotherUserIsLeftAlone() {
        var tab = opened("Lx=1", BOB);
        connections.view(workspace.id, tab, FIRST);

        assertThat(connections.endView(workspace.id, ALICE, tab.id())).isEmpty();
        assertThat(connections.lose(workspace.id, ALICE, tab.id())).isEmpty();
        assertThat(connections.close(workspace.id, ALICE, tab.id())).isEmpty();

        assertThat(connections.of(workspace.id, Set.of(BOB))).containsExactly(tab);
        assertThat(connections.viewers(workspace.id, FIRST)).containsExactly(tab);
    }

    @Test
    void aSocketThatMayBeOpeningIsNotLost() {
        var tab = opened("Lx=1", BOB);

        assertThat(connections.lose(workspace.id, BOB, tab.id())).isEmpty();
        assertThat(connections.of(workspace.id, Set.of(BOB))).containsExactly(tab);

        workspace.clock.advance(Connections.OPENING);
        assertThat(connections.lose(workspace.id, BOB, tab.id())).isEmpty();
        assertThat(connections.of(workspace.id, Set.of(BOB))).isEmpty();
    }

    @Test
    void aSocketThatLooksAtSomethingWasOpenAndIsLostAtOnce() {
        var tab = opened("Lx=1", BOB);
        connections.view(workspace.id, tab, FIRST);

        assertThat(connections.lose(workspace.id, BOB, tab.id())).contains(FIRST);
        assertThat(connections.of(workspace.id, Set.of(BOB))).isEmpty();
        assertThat(connections.viewers(workspace.id, FIRST)).isEmpty();
    }

    @Test
    void closingWhatIsNotKnownMakesNothing() {
        connections.close(workspace.id, BOB, new ConnectionId("unknown"));

        assertThat(connections.of(workspace.id, Set.of(BOB))).isEmpty();
    }

    @Test
    void socketEndsWithItsToken() {
        opened("Lx=1", BOB);
        connections.view(workspace.id, connection("Lx=1", BOB), FIRST);
        workspace.clock.advance(Duration.ofHours(1));

        assertThat(connections.of(workspace.id, Set.of(BOB))).isEmpty();
        assertThat(connections.viewers(workspace.id, FIRST)).isEmpty();
    }

    @Test
    void socketLooksAtOneConversationAtATime() {
        var tab = opened("Lx=1", BOB);

        assertThat(connections.view(workspace.id, tab, FIRST)).contains(Set.of(FIRST));
        assertThat(connections.view(workspace.id, tab, FIRST)).contains(Set.of());
        assertThat(connections.viewers(workspace.id, FIRST)).containsExactly(tab);
        assertThat(connections.view(workspace.id, tab, SECOND)).contains(Set.of(FIRST, SECOND));

        assertThat(connections.viewers(workspace.id, FIRST)).isEmpty();
        assertThat(connections.viewers(workspace.id, SECOND)).containsExactly(tab);
    }

    @Test
    void whateverASocketDoesAtOnceItIsAmongTheViewersOfWhatItLooksAtAndOfNothingElse() throws Exception {
        var tab = opened("Lx=1", BOB);
        List<Callable<Object>> frames = List.of(
                () -> connections.view(workspace.id, tab, FIRST),
                () -> connections.view(workspace.id, tab, SECOND),
                () -> connections.endView(workspace.id, BOB, tab.id()),
                () -> connections.view(workspace.id, tab, FIRST),
                () -> connections.view(workspace.id, tab, SECOND));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 30; round++) {
                assertThat(executor.invokeAll(frames)).allSatisfy(done -> done.resultNow());
                var first = connections.viewers(workspace.id, FIRST);
                var second = connections.viewers(workspace.id, SECOND);

                var looked = connections.endView(workspace.id, BOB, tab.id());

                assertThat(first).isEqualTo(looked.equals(Optional.of(FIRST)) ? List.of(tab) : List.of());
                assertThat(second).isEqualTo(looked.equals(Optional.of(SECOND)) ? List.of(tab) : List.of());
                assertThat(connections.viewers(workspace.id, FIRST)).isEmpty();
                assertThat(connections.viewers(workspace.id, SECOND)).isEmpty();
            }
        }
    }

    @Test
    void endingTheViewKeepsTheSocket() {
        var tab = opened("Lx=1", BOB);
        connections.view(workspace.id, tab, FIRST);

        assertThat(connections.endView(workspace.id, BOB, tab.id())).contains(FIRST);
        assertThat(connections.endView(workspace.id, BOB, tab.id())).isEmpty();

        assertThat(connections.viewers(workspace.id, FIRST)).isEmpty();
        assertThat(connections.of(workspace.id, Set.of(BOB))).containsExactly(tab);
    }

    @Test
    void closedSocketLooksAtNothing() {
        var tab = opened("Lx=1", BOB);
        connections.view(workspace.id, tab, FIRST);

        assertThat(connections.close(workspace.id, BOB, tab.id())).contains(FIRST);
        assertThat(connections.close(workspace.id, BOB, tab.id())).isEmpty();

        assertThat(connections.viewers(workspace.id, FIRST)).isEmpty();
    }

    @Test
    void aViewerWhoseSocketIsNotKnownIsForgottenAllTheSame() {
        var tab = connection("Lx=1", BOB);
        var other = opened("Lx=2", ALICE);
        workspace.stores.strayViewer(workspace.id, tab, FIRST);
        connections.view(workspace.id, other, FIRST);

        assertThat(connections.close(workspace.id, BOB, tab.id())).isEmpty();
        assertThat(connections.viewers(workspace.id, FIRST)).containsExactlyInAnyOrder(tab, other);
        connections.forgetViewer(workspace.id, FIRST, tab.id());

        assertThat(connections.viewers(workspace.id, FIRST)).containsExactly(other);
        assertThat(connections.of(workspace.id, Set.of(ALICE))).containsExactly(other);
    }

    @Test
    void unknownSocketCannotLook() {
        assertThat(connections.view(workspace.id, connection("unknown", BOB), FIRST))
                .isEmpty();
        assertThat(connections.viewers(workspace.id, FIRST)).isEmpty();
    }

    @Test
    void aTurnComesWhenTheOneBeforeItIsOver() {
        var tab = opened("Lx=1", BOB);
        var next = workspace.clock.instant().plusSeconds(2);

        assertThat(connections.takeTurn(workspace.id, tab, next)).contains(Set.of());
        assertThat(connections.takeTurn(workspace.id, tab, next.plusSeconds(9))).isEmpty();
        workspace.clock.advance(Duration.ofSeconds(2));

        assertThat(connections.takeTurn(workspace.id, tab, next.plusSeconds(2))).contains(Set.of());
    }

    @Test
    void whatIsLeftComesOnceAndTheFirstWaitsForIt() {
        var tab = opened("Lx=1", BOB);
        var next = workspace.clock.instant().plusSeconds(2);
        connections.takeTurn(workspace.id, tab, next);

        assertThat(connections.leaveForTurn(workspace.id, tab, Set.of(FIRST))).contains(next);
        assertThat(connections.leaveForTurn(workspace.id, tab, Set.of(FIRST, SECOND)))
                .isEmpty();
        workspace.clock.advance(Duration.ofSeconds(2));

        assertThat(connections.takeTurn(workspace.id, tab, next.plusSeconds(2))).contains(Set.of(FIRST, SECOND));
        workspace.clock.advance(Duration.ofSeconds(2));
        assertThat(connections.takeTurn(workspace.id, tab, next.plusSeconds(4))).contains(Set.of());
    }

    @Test
    void whoeverHadNoTurnYetHasItAtOnce() {
        var tab = opened("Lx=1", BOB);

        assertThat(connections.leaveForTurn(workspace.id, tab, Set.of(FIRST))).contains(Instant.EPOCH);
    }

    @Test
    void onlyAFewAreLeftForATurn() {
        var tab = opened("Lx=1", BOB);
        for (int at = 1; at <= 2 * Connections.MOST_LEFT; at++) {
            connections.leaveForTurn(workspace.id, tab, Set.of(new ConversationId(new UUID(1, at))));
        }

        assertThat(connections
                        .takeTurn(workspace.id, tab, workspace.clock.instant())
                        .orElseThrow())
                .hasSize(Connections.MOST_LEFT);
    }

    @Test
    void unknownSocketHasNoTurn() {
        var unknown = connection("unknown", BOB);

        assertThat(connections.takeTurn(workspace.id, unknown, workspace.clock.instant()))
                .isEmpty();
        assertThat(connections.leaveForTurn(workspace.id, unknown, Set.of(FIRST)))
                .isEmpty();
        assertThat(connections.of(workspace.id, Set.of(BOB))).isEmpty();
    }

    @Test
    void oldestSocketMakesRoomForTheTwentyFirst() {
        for (int tab = 1; tab <= Connections.MOST_PER_USER; tab++) {
            opened("Lx=" + tab, BOB);
            workspace.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(connections.open(workspace.id, connection("Lx=21", BOB))).containsExactly(new ConnectionId("Lx=1"));
        workspace.clock.advance(Duration.ofSeconds(1));
        assertThat(connections.open(workspace.id, connection("Lx=22", BOB)))
                .as("the first was not closed")
                .containsExactly(new ConnectionId("Lx=1"), new ConnectionId("Lx=2"));
        assertThat(connections.of(workspace.id, Set.of(BOB))).hasSize(Connections.MOST_PER_USER + 2);
    }

    @Test
    void tabsOpenedAtOnceNeverLoseEachOtherAndTwentyStay() throws Exception {
        List<Callable<Boolean>> opening = IntStream.rangeClosed(1, 30)
                .mapToObj(tab -> (Callable<Boolean>) () -> {
                    connections
                            .open(workspace.id, connection("Lx=" + tab, BOB))
                            .forEach(old -> connections.close(workspace.id, BOB, old));
                    return true;
                })
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.invokeAll(opening)).allSatisfy(done -> done.resultNow());
        }

        assertThat(connections.of(workspace.id, Set.of(BOB))).hasSize(Connections.MOST_PER_USER);
    }
}
