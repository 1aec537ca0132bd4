package dev.tagalong.domain.purge;

import static dev.tagalong.domain.memory.Desk.ADA;
import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BILLING;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.OLGA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SUPPORT;
import static dev.tagalong.domain.memory.Desk.SYSTEM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.Faults;
import dev.tagalong.domain.memory.Gateway;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.Teams;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.people.Users;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private final Desk desk = new Desk();
    private final Gateway gateway = new Gateway(desk.store.faults());
    private final Users users =
            new Users(desk.store.records(), desk.store.ledger(), desk.store.roster(), desk.store.apiKeys());
    private final Teams teams = new Teams(desk.store.records(), desk.store.ledger(), desk.store.directory());
    private final Deque<PurgeJob> queue = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();
    private final Purge purge = Purges.over(desk, gateway, (job, delay) -> {
        queue.add(job);
        delays.add(delay);
    });

    private Outcome<UserId> erase(UserId caller, UserId target) {
        return users.erase(desk.as(caller), UserType.AGENT, target, desk.clock.instant());
    }

    private void erased(UserId target) {
        done(erase(OLGA, target));
        queue.add(PurgeJob.of(WORKSPACE, new PurgeJob.OfUser(target)));
    }

    private void work(int stepsInARow) {
        while (!queue.isEmpty()) {
            var job = queue.getFirst();
            var steps = new int[1];
            purge.carryOut(job, () -> ++steps[0] < stepsInARow);
            queue.remove(job);
        }
    }

    private void told(ConversationId conversation, UserId user) {
        var event = desk.ids.event();
        var now = desk.clock.instant();
        var row = new Notification(
                event, user, conversation, Kind.NOTE, Reason.FOLLOWER, SAM, event, now, now, null, null);
        desk.store.rows().putIfAbsent(WORKSPACE, List.of(row));
        desk.store.windows().add(new MailKey(WORKSPACE, user, conversation), event, now);
    }

    private void assertNothingIsLeftOf(UserId user) {
        assertThat(desk.store.index().memberships(WORKSPACE, user)).isEmpty();
        assertThat(desk.store.rows().all(WORKSPACE, user)).isEmpty();
        assertThat(desk.store.connections().of(WORKSPACE, Set.of(user))).isEmpty();
        assertThat(desk.store.directory().members(WORKSPACE, SUPPORT)).doesNotContain(user);
        assertThat(desk.store.index().all(WORKSPACE))
                .noneMatch(listing -> user.equals(listing.assignment().user()));
    }

    @Test
    void onlyAdminsEraseAndNobodyAboveThemselves() {
        assertThat(refused(erase(BOB, ALICE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(erase(SAM, ALICE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(erase(ADA, OLGA))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(erase(OLGA, OLGA))).isEqualTo(Refusal.Conflict.class);
        assertThat(refused(erase(OLGA, SYSTEM))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(erase(OLGA, LINDA))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(teams.delete(desk.as(SAM), SUPPORT, desk.clock.instant())))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void whoIsErasedIsGoneAtOnceAndTheirNamesAreFree() {
        assertThat(done(erase(ADA, BOB))).isEqualTo(BOB);

        assertThat(desk.store.records().read(Lookup.in(WORKSPACE).user(BOB)).users())
                .isEmpty();
        assertThat(desk.store.directory().byEmail(WORKSPACE, "bob@example.com")).isEmpty();
        assertThat(refused(erase(ADA, BOB))).isEqualTo(Refusal.NotFound.class);
        var another = Desk.person(BOB, "Bob", "Again", UserType.AGENT, Role.AGENT);
        assertThat(desk.store.ledger().commit(WORKSPACE, List.of(new Write.CreateUser(another))))
                .as("the number is of the one in the log")
                .isEqualTo(new Commit.Taken("id"));
        desk.add(Desk.person(new UserId(77), "Bob", "Other", UserType.AGENT, Role.AGENT));
    }

    @Test
    void whatWasTheirsIsPurgedAndTheLogSaysSo() {
        var followed = desk.supportTicket();
        var left = desk.supportTicket();
        var assigned = desk.ticket(new Assignment(BOB, BILLING));
        desk.follows(followed, BOB);
        desk.follows(followed, ALICE);
        desk.member(left, BOB, FollowAccess.NONE, Notify.ALL);
        desk.commit(new Write.SaveAddress(
                null, new ParticipantAddress(new MembershipKey(followed, BOB), "token", desk.clock.instant())));
        told(followed, BOB);
        told(followed, ALICE);
        desk.store
                .connections()
                .open(
                        WORKSPACE,
                        new Connection(
                                new ConnectionId("c"), BOB, desk.clock.instant().plusSeconds(60)));
        erased(BOB);

        work(100);

        assertNothingIsLeftOf(BOB);
        assertThat(gateway.closed()).containsExactly(new ConnectionId("c"));
        assertThat(desk.ticket(followed).participantCount()).isEqualTo(1);
        assertThat(desk.ticket(left).participantCount()).isZero();
        assertThat(desk.ticket(assigned).assignment()).isEqualTo(new Assignment(null, BILLING));
        assertThat(desk.store.addresses().byToken(WORKSPACE, "token")).isEmpty();
        assertThat(desk.store
                        .windows()
                        .claim(new MailKey(WORKSPACE, BOB, followed), desk.clock.instant(), Duration.ofSeconds(1)))
                .isInstanceOf(MailWindows.Claiming.Nothing.class);
        assertThat(desk.log())
                .allSatisfy(activity -> {
                    assertThat(activity.actor()).isEqualTo(OLGA);
                    assertThat(activity.target()).isEqualTo(BOB);
                })
                .extracting(activity -> activity.type())
                .containsExactlyInAnyOrder(
                        ActivityType.FOLLOWER_REMOVED, ActivityType.MEMBERSHIP_CHANGED, ActivityType.UNASSIGNED);
        assertThat(desk.store.rows().all(WORKSPACE, ALICE)).hasSize(1);
        assertThat(desk.membership(followed, ALICE)).isPresent();
    }

    @Test
    void whoWasNotErasedIsLeftAlone() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, BOB);
        queue.add(PurgeJob.of(WORKSPACE, new PurgeJob.OfUser(BOB)));
        queue.add(PurgeJob.of(WORKSPACE, new PurgeJob.OfTeam(SUPPORT)));

        work(100);

        assertThat(desk.membership(ticket, BOB)).isPresent();
        assertThat(desk.ticket(ticket).assignment().team()).isEqualTo(SUPPORT);
        assertThat(delays).isEmpty();
    }

    @Test
    void aSecondLookCatchesWhatWasBeingWrittenMeanwhile() {
        var ticket = desk.supportTicket();
        erased(BOB);
        purge.carryOut(queue.remove(), () -> true);
        desk.follows(ticket, BOB);
        desk.assign(ticket, new Assignment(BOB, null));

        assertThat(delays).containsExactly(Purge.SECOND_LOOK);
        work(100);

        assertNothingIsLeftOf(BOB);
        assertThat(desk.ticket(ticket).participantCount()).isZero();
        assertThat(delays).as("there is no third").hasSize(1);
    }

    @Test
    void aMembershipOfADeletedConversationDoesNotHoldItUp() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, BOB);
        desk.commit(new Write.DeleteConversation(desk.ticket(ticket)));
        erased(BOB);

        work(100);

        assertNothingIsLeftOf(BOB);
    }

    @Test
    void aContactsTicketsStay() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, LINDA);
        done(users.erase(desk.as(ADA), UserType.CONTACT, LINDA, desk.clock.instant()));
        queue.add(PurgeJob.of(WORKSPACE, new PurgeJob.OfUser(LINDA)));

        work(100);

        assertNothingIsLeftOf(LINDA);
        assertThat(desk.ticket(ticket).origin().customer()).isEqualTo(LINDA);
    }

    @Test
    void aDeletedTeamLosesMembersAtOnceAndTicketsSoon() {
        var ticket = desk.supportTicket();
        var other = desk.ticket(new Assignment(ALICE, BILLING));
        done(teams.delete(desk.as(ADA), SUPPORT, desk.clock.instant()));
        assertThat(desk.user(BOB).teams()).isEmpty();
        assertThat(desk.store.directory().team(WORKSPACE, SUPPORT)).isEmpty();
        assertThat(refused(teams.delete(desk.as(ADA), SUPPORT, desk.clock.instant())))
                .isEqualTo(Refusal.NotFound.class);
        queue.add(PurgeJob.of(WORKSPACE, new PurgeJob.OfTeam(SUPPORT)));

        work(100);

        assertThat(desk.ticket(ticket).assignment()).isEqualTo(Assignment.NOBODY);
        assertThat(desk.ticket(other).assignment()).isEqualTo(new Assignment(ALICE, BILLING));
        assertThat(desk.logged()).containsExactly(ActivityType.TEAM_UNASSIGNED);
    }

    @Test
    void whereverAWorkerIsKilledTheNextOneFinishes() {
        for (int count = 0; count < 3; count++) {
            var ticket = desk.supportTicket();
            desk.follows(ticket, BOB);
            told(ticket, BOB);
            desk.ticket(new Assignment(BOB, null));
        }
        erased(BOB);
        int kills = 0;
        for (boolean killed = true; killed; kills++) {
            desk.store.faults().failAfter(kills);
            killed = Faults.end(() -> work(1));
            desk.store.faults().heal();
        }

        assertThat(kills).as("calls at which it was killed").isGreaterThan(5);
        assertNothingIsLeftOf(BOB);
        assertThat(desk.logged()).hasSize(6);
    }

    @Test
    void tenThousandThingsTakeSeveralWorkersOfWhichSomeAreKilled() {
        var tickets = new ArrayList<ConversationId>();
        for (int count = 0; count < 1_000; count++) {
            var ticket = desk.ticket(new Assignment(count % 2 == 0 ? BOB : ALICE, SUPPORT));
            tickets.add(ticket);
            desk.follows(ticket, BOB);
            desk.follows(ticket, SAM);
        }
        for (int count = 0; count < 9_000; count++) {
            told(tickets.get(count % tickets.size()), BOB);
        }
        erased(BOB);
        int kills = 0;
        desk.store.faults().failAfter(2_000);
        while (Faults.end(() -> work(1))) {
            kills++;
            assertThat(kills).as("each worker gets on").isLessThan(50);
            desk.store.faults().failAfter(2_000);
        }
        desk.store.faults().heal();
        work(3);

        assertThat(kills).isGreaterThan(1);
        assertNothingIsLeftOf(BOB);
        assertThat(tickets).allSatisfy(ticket -> {
            assertThat(desk.ticket(ticket).participantCount()).isEqualTo(1);
            assertThat(desk.membership(ticket, SAM)).isPresent();
        });
        assertThat(desk.logged().stream().filter(ActivityType.FOLLOWER_REMOVED::equals))
                .as("each ended once")
                .hasSize(1_000);
        assertThat(desk.logged().stream().filter(ActivityType.UNASSIGNED::equals))
                .hasSize(500);
    }
}
