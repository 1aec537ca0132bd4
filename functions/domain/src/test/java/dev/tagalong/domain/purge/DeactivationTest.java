package dev.tagalong.domain.purge;

import static dev.tagalong.domain.memory.Desk.ADA;
import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SUPPORT;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.Gateway;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.people.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeactivationTest {
    private static final PurgeJob JOB = PurgeJob.of(WORKSPACE, new PurgeJob.OfUser(BOB));

    private final Desk desk = new Desk();
    private final Gateway gateway = new Gateway(desk.store.faults());
    private final Users users =
            new Users(desk.store.records(), desk.store.ledger(), desk.store.roster(), desk.store.apiKeys());
    private final List<PurgeJob> later = new ArrayList<>();
    private final Purge purge = Purges.over(desk, gateway, (job, delay) -> {
        assertThat(delay).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        later.add(job);
    });

    private void active(boolean active) {
        done(users.change(
                desk.as(ADA),
                UserType.AGENT,
                BOB,
                user -> user.with(user.person(), user.externalId(), user.role(), active)));
    }

    private Connection socket(String id, UserId user) {
        var open =
                new Connection(new ConnectionId(id), user, desk.clock.instant().plusSeconds(600));
        desk.store.connections().open(WORKSPACE, open);
        return open;
    }

    private void work(PurgeJob job) {
        purge.carryOut(job, () -> true);
    }

    @Test
    void whoIsDeactivatedLosesTheirSocketsAndNothingElse() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, BOB);
        socket("one", BOB);
        socket("two", BOB);
        socket("hers", ALICE);
        active(false);

        work(JOB);

        assertThat(gateway.closed()).containsExactlyInAnyOrder(new ConnectionId("one"), new ConnectionId("two"));
        assertThat(desk.store.connections().of(WORKSPACE, Set.of(BOB, ALICE))).hasSize(1);
        assertThat(desk.membership(ticket, BOB)).isPresent();
        assertThat(desk.store.directory().members(WORKSPACE, SUPPORT)).contains(BOB);
    }

    @Test
    void whoLookedAtTheSameTicketIsToldThatTheyNoLongerDo() {
        var ticket = desk.supportTicket();
        var his = socket("his", BOB);
        var other = socket("other", SAM);
        desk.store.connections().view(WORKSPACE, his, ticket);
        desk.store.connections().view(WORKSPACE, other, ticket);
        active(false);

        work(JOB);
        work(JOB);

        assertThat(gateway.posted(other.id())).containsExactly("here [Sam]");
        assertThat(gateway.posted(his.id())).isEmpty();
    }

    @Test
    void theSecondLookClosesWhatWasBeingOpenedDuringTheFirst() {
        active(false);
        work(JOB);
        socket("late", BOB);

        work(later.removeFirst());

        assertThat(gateway.closed()).containsExactly(new ConnectionId("late"));
        assertThat(later).isEmpty();
    }

    @Test
    void whoIsBackKeepsTheirs() {
        active(false);
        active(true);
        socket("anew", BOB);

        work(JOB);

        assertThat(gateway.closed()).isEmpty();
        assertThat(later).isEmpty();
    }
}
