package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.access.SocketPass;
import dev.tagalong.domain.access.SocketTickets;
import dev.tagalong.domain.fanout.Left;
import dev.tagalong.domain.fanout.Progress;
import dev.tagalong.domain.fanout.Rule;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.fanout.Verdicts;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of verdicts and of socket tickets, which are both given once. */
abstract class FanOutStoresContract {
    private static final Verdict TOLD =
            new Verdict(new UserId(42), Kind.MENTION, Reason.MENTION, Rule.NOTIFIED, new Channels(true, false));
    private static final Verdict SILENT =
            new Verdict(new UserId(17), Kind.REPLY, null, Rule.OWN_ACT, new Channels(false, false));

    private Workspace workspace;
    private Verdicts verdicts;
    private Progress progress;
    private SocketTickets tickets;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        verdicts = workspace.stores.verdicts();
        progress = workspace.stores.progress();
        tickets = workspace.stores.tickets();
    }

    @Test
    void firstVerdictsStand() {
        var event = workspace.ids.event();
        var first = List.of(TOLD, SILENT);

        assertThat(verdicts.keep(workspace.id, event, first)).isEqualTo(first);
        assertThat(verdicts.keep(workspace.id, event, List.of(SILENT))).isEqualTo(first);
        assertThat(verdicts.find(workspace.id, event)).contains(first);
    }

    @Test
    void theVerdictsOfTensOfThousandsAreKept() {
        var event = workspace.ids.event();
        var many = verdicts(Integer.MAX_VALUE - 12_000, 12_000);

        assertThat(verdicts.keep(workspace.id, event, many)).isEqualTo(many);
        assertThat(verdicts.keep(workspace.id, event, verdicts(1, 9_000))).isEqualTo(many);
        assertThat(verdicts.find(workspace.id, event)).contains(many);
    }

    private static List<Verdict> verdicts(int from, int many) {
        return IntStream.range(from, from + many)
                .mapToObj(user -> new Verdict(
                        new UserId(user),
                        Kind.ASSIGNED,
                        Reason.SUBSCRIPTION,
                        Rule.MEMBERSHIP_SILENT,
                        new Channels(true, true)))
                .toList();
    }

    @Test
    void eventWithoutRecipientsIsKeptToo() {
        var event = workspace.ids.event();
        verdicts.keep(workspace.id, event, List.of());

        assertThat(verdicts.find(workspace.id, event)).contains(List.of());
    }

    @Test
    void whatWasLeftLastIsLeft() {
        var event = workspace.ids.event();
        var left = new Left(
                Set.of(new ConnectionId("Lx2=")),
                Set.of(new UserId(42), new UserId(17)),
                Set.of(new ConnectionId("Lx3="), new ConnectionId("Lx4=")),
                Set.of(new UserId(17)));

        assertThat(progress.of(workspace.id, event)).isEmpty();
        progress.mark(workspace.id, event, left);
        assertThat(progress.of(workspace.id, event)).contains(left);
        progress.mark(workspace.id, event, Left.NOTHING);
        assertThat(progress.of(workspace.id, event)).contains(Left.NOTHING);
        assertThat(verdicts.find(workspace.id, event)).isEmpty();
    }

    @Test
    void unknownEventHasNoVerdicts() {
        assertThat(verdicts.find(workspace.id, workspace.ids.event())).isEmpty();
    }

    @Test
    void ticketAdmitsOnce() {
        var pass = pass();
        var token = issued(pass);

        assertThat(tickets.redeem(token)).contains(new Admission(workspace.id, pass.user(), pass.sessionEndsAt()));
        assertThat(tickets.redeem(token)).isEmpty();
    }

    @Test
    void ofManyRedeemersOneIsAdmitted() throws Exception {
        var token = issued(pass());
        List<Callable<Boolean>> redeeming = IntStream.range(0, 20)
                .mapToObj(
                        each -> (Callable<Boolean>) () -> tickets.redeem(token).isPresent())
                .toList();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.invokeAll(redeeming))
                    .filteredOn(done -> done.resultNow())
                    .hasSize(1);
        }
    }

    @Test
    void expiredAndUnknownTicketsAdmitNobody() {
        var token = issued(pass());
        workspace.clock.advance(Duration.ofSeconds(30));

        assertThat(tickets.redeem(token)).isEmpty();
        assertThat(tickets.redeem("unknown")).isEmpty();
        assertThat(tickets.redeem("")).isEmpty();
        assertThat(tickets.redeem("NO WORKSPACE." + token)).isEmpty();
        assertThat(tickets.redeem(workspace.id.value() + ".")).isEmpty();
    }

    private SocketPass pass() {
        var now = workspace.clock.instant();
        return new SocketPass(new UserId(42), now.plusSeconds(30), now.plus(Duration.ofHours(1)));
    }

    private String issued(SocketPass pass) {
        var token = workspace.id.value() + "." + workspace.ids.token();
        workspace.commit(new Write.IssueSocketTicket(token, pass));
        return token;
    }
}
