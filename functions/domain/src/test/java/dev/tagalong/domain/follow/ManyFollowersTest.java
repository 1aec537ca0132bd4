package dev.tagalong.domain.follow;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyFollowersTest {
    private static final int LIMIT = 20;

    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Followers followers = new Followers(
            desk.store.records(),
            desk.store.ledger(),
            new ParticipantList(desk.store.participants(), desk.store.records()),
            desk.ids);

    private Outcome<List<User>> add(UserId target) {
        return followers.add(desk.as(SAM), ticket, target, desk.clock.instant());
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    @Test
    void fiftyAddersAtOnceNeverPassTheLimit() throws Exception {
        desk.settings(new WorkspaceSettings(LIMIT, true, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        var agents = IntStream.range(0, 50).mapToObj(n -> desk.agent(1000 + n)).toList();

        var outcomes = atOnce(agents.stream()
                .<Callable<Outcome<List<User>>>>map(agent -> () -> add(agent))
                .toList());

        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(LIMIT);
        assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(Desk::refused))
                .containsOnly(Refusal.Conflict.class);
        assertThat(done(followers.list(desk.as(SAM), ticket))).hasSize(LIMIT);
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(LIMIT);
        assertThat(desk.log()).hasSize(LIMIT);
    }

    @Test
    void fiftyAddersOfTheSameAgentAddThemOnce() throws Exception {
        var outcomes = atOnce(IntStream.range(0, 50)
                .<Callable<Outcome<List<User>>>>mapToObj(n -> () -> add(ALICE))
                .toList());

        assertThat(outcomes).allSatisfy(outcome -> assertThat(done(outcome)).hasSize(1));
        assertThat(desk.log()).hasSize(1);
        assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
    }

    @Test
    void aStaleCommitIsDecidedAnew() {
        desk.store.faults().staleCommits(3);
        assertThat(done(add(ALICE))).hasSize(1);
        assertThat(desk.log()).hasSize(1);
    }

    @Test
    void whoLosesEveryRaceHearsThatItIsBusy() {
        desk.store.faults().staleCommits(100);
        assertThat(refused(add(ALICE))).isEqualTo(Refusal.Busy.class);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whoIsAssignedWhileBeingAddedIsNoFollower() {
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, new Assignment(ALICE, null)));
        assertThat(done(add(ALICE))).isEmpty();
        assertThat(desk.membership(ticket, ALICE)).isEmpty();
    }

    @Test
    void whoLosesTheirTeamWhileAddingAddsNobody() {
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, new Assignment(SAM, null)));
        assertThat(refused(followers.add(desk.as(BOB), ticket, ALICE, desk.clock.instant())))
                .isEqualTo(Refusal.NotFound.class);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whatTheStoreLosesIsThrownAndNotAnswered() {
        desk.store.faults().failAfter(0);
        assertThatIllegalStateException().isThrownBy(() -> add(ALICE)).withMessageContaining("told to fail");
    }
}
