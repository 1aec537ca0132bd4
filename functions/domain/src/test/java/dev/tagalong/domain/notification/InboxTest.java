package dev.tagalong.domain.notification;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Membership follows = desk.follows(ticket, ALICE);
    private final Inbox inbox = new Inbox(desk.store.records(), desk.store.rows());

    private EventId arrives() {
        desk.clock.advance(Duration.ofSeconds(90));
        return arrives(desk.ids.event(), desk.clock.instant());
    }

    private EventId arrives(EventId event, Instant arrivedAt) {
        return arrives(event, BOB, arrivedAt);
    }

    private EventId arrives(EventId event, UserId actor, Instant arrivedAt) {
        desk.store
                .rows()
                .putIfAbsent(
                        WORKSPACE,
                        List.of(new Notification(
                                event,
                                ALICE,
                                ticket,
                                Kind.ADDED,
                                Reason.ADDED,
                                actor,
                                null,
                                event.time(),
                                arrivedAt,
                                null,
                                null)));
        return event;
    }

    private static List<EventId> events(Outcome<InboxPage> page) {
        return done(page).rows().stream().map(view -> view.row().event()).toList();
    }

    private List<EventId> after(EventId row, int limit) {
        return events(inbox.after(desk.as(ALICE), row, limit, false));
    }

    private void loseAccess() {
        desk.commit(new Write.SaveMembership(follows, null));
    }

    @Test
    void aTokenThatMayNotReadConversationsReadsNothingOfThemHereEither() {
        var row = arrives();
        var now = desk.clock.instant();
        var limited = new Caller(
                WORKSPACE, ALICE, Set.of(Scope.SETTINGS_MANAGE), desk.as(ALICE).expiresAt());
        assertThat(refused(inbox.newest(limited, 10, false))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(inbox.after(limited, row, 10, false))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(inbox.read(limited, row, now))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(inbox.readAll(limited, now))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(inbox.delete(limited, row))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void somebodyElsesRowIsNotFound() {
        var row = arrives();
        assertThat(refused(inbox.read(desk.as(SAM), row, desk.clock.instant()))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(inbox.delete(desk.as(SAM), row))).isEqualTo(Refusal.NotFound.class);
        assertThat(events(inbox.newest(desk.as(SAM), 10, false))).isEmpty();
    }

    @Test
    void anInactiveUserHasNoInbox() {
        var gone = desk.inactiveAgent(60);
        assertThat(refused(inbox.newest(desk.as(gone), 10, false))).isEqualTo(Refusal.Unauthenticated.class);
        assertThat(refused(inbox.stats(desk.as(gone)))).isEqualTo(Refusal.Unauthenticated.class);
    }

    @Test
    void theNewestComeFirstAndTheTotalCountsAll() {
        var first = arrives();
        var second = arrives();
        var third = arrives();
        assertThat(events(inbox.newest(desk.as(ALICE), 2, false))).containsExactly(third, second);
        assertThat(done(inbox.newest(desk.as(ALICE), 2, false)).total()).isEqualTo(3);
        assertThat(events(inbox.newest(desk.as(ALICE), 10, false))).contains(first);
    }

    @Test
    void whoDidWhatIsReadForNoMoreThanIsShown() {
        arrives(desk.ids.event(), SAM, desk.clock.instant());
        arrives();
        var asked = new ArrayList<Lookup>();
        var watched = new Inbox(new Watched(desk.store.records(), asked), desk.store.rows());

        done(watched.newest(desk.as(ALICE), 1, false));
        done(watched.stats(desk.as(ALICE)));

        assertThat(asked).extracting(Lookup::users).containsExactly(Set.of(ALICE), Set.of(BOB), Set.of(ALICE));
    }

    @Test
    void aRowReadsAsASentence() {
        arrives();
        assertThat(done(inbox.newest(desk.as(ALICE), 1, false))
                        .rows()
                        .getFirst()
                        .sentence()
                        .title())
                .isEqualTo("Bob added you as a follower on ticket #217 — \"Login problem after password reset\"");
    }

    @Test
    void whatMayNoLongerBeSeenIsNeitherListedNorCountedUntilItMayBeAgain() {
        var row = arrives();
        loseAccess();
        assertThat(events(inbox.newest(desk.as(ALICE), 10, false))).isEmpty();
        assertThat(after(desk.ids.event(), 10)).isEmpty();
        assertThat(done(inbox.stats(desk.as(ALICE)))).isEqualTo(new Inbox.Stats(0, 0));
        assertThat(refused(inbox.read(desk.as(ALICE), row, desk.clock.instant())))
                .isEqualTo(Refusal.NotFound.class);
        assertThat(done(inbox.readAll(desk.as(ALICE), desk.clock.instant()))).isZero();

        desk.follows(ticket, ALICE);
        assertThat(events(inbox.newest(desk.as(ALICE), 10, false))).containsExactly(row);
        assertThat(done(inbox.stats(desk.as(ALICE)))).isEqualTo(new Inbox.Stats(1, 1));
    }

    @Test
    void readingIsCountedOnceAndKeepsItsTime() {
        var row = arrives();
        arrives();
        var first = desk.clock.instant();
        done(inbox.read(desk.as(ALICE), row, first));
        var again = done(inbox.read(desk.as(ALICE), row, first.plusSeconds(60)));
        assertThat(again.row().readAt()).isEqualTo(first);
        assertThat(done(inbox.stats(desk.as(ALICE)))).isEqualTo(new Inbox.Stats(1, 2));
        assertThat(events(inbox.newest(desk.as(ALICE), 10, true)))
                .doesNotContain(row)
                .hasSize(1);
    }

    @Test
    void readingAllSaysHowManyWereUnread() {
        done(inbox.read(desk.as(ALICE), arrives(), desk.clock.instant()));
        arrives();
        arrives();
        assertThat(done(inbox.readAll(desk.as(ALICE), desk.clock.instant()))).isEqualTo(2);
        assertThat(done(inbox.readAll(desk.as(ALICE), desk.clock.instant()))).isZero();
        assertThat(done(inbox.stats(desk.as(ALICE))).unread()).isZero();
    }

    @Test
    void whatWasDeletedDoesNotComeBack() {
        var row = arrives();
        done(inbox.delete(desk.as(ALICE), row));
        arrives(row, desk.clock.instant());
        assertThat(events(inbox.newest(desk.as(ALICE), 10, false))).isEmpty();
        assertThat(refused(inbox.delete(desk.as(ALICE), row))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void afterARowComesWhatArrivedLaterOldestFirstAndNotTheRowItself() {
        var first = arrives();
        var second = arrives();
        var third = arrives();
        assertThat(after(first, 10)).containsExactly(second, third);
        assertThat(after(third, 10)).isEmpty();
    }

    @Test
    void aRowThatArrivedLateWithAnOlderIdIsNotMissed() {
        var late = desk.ids.event();
        var seen = arrives();
        arrives(late, desk.clock.instant().minusSeconds(30));
        assertThat(after(seen, 10)).containsExactly(late);
        var later = desk.ids.event();
        arrives(later, desk.clock.instant());
        assertThat(after(seen, 10)).contains(late, later);
    }

    @Test
    void pagingByTheLastRowReachesTheEnd() {
        var start = arrives();
        for (int i = 0; i < 7; i++) {
            arrives();
        }
        var at = start;
        int pages = 0;
        for (var page = after(at, 3); !page.isEmpty() && pages < 10; page = after(at, 3)) {
            at = page.getLast();
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(at).isEqualTo(events(inbox.newest(desk.as(ALICE), 1, false)).getFirst());
    }

    @Test
    void afterARowThatIsGoneGoesByItsTime() {
        arrives();
        desk.clock.advance(Duration.ofMinutes(2));
        var unknown = desk.ids.event();
        var next = arrives();
        assertThat(after(unknown, 10)).containsExactly(next);
    }

    /** Records, and what they were asked for. */
    private record Watched(Records records, List<Lookup> asked) implements Records {
        @Override
        public Snapshot read(Lookup lookup) {
            asked.add(lookup);
            return records.read(lookup);
        }

        @Override
        public Map<UserId, User> users(WorkspaceId workspace, Collection<UserId> ids) {
            return records.users(workspace, ids);
        }
    }
}
