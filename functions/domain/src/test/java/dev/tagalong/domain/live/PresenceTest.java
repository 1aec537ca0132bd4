package dev.tagalong.domain.live;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Gateway gateway = new Gateway(desk.store.faults());
    private final Connections connections = desk.store.connections();
    private final Viewing viewing = new Viewing(desk.store.records(), connections);
    private final List<Runnable> whileWaiting = new ArrayList<>();
    private final Presence presence = new Presence(
            new Onlookers(desk.store.records(), connections),
            connections,
            new Presence.Channel(gateway, PresenceTest::text),
            new Presence.Time(desk.clock, this::waitUntil));

    private static String text(Frame frame) {
        return switch (frame) {
            case Frame.PresenceUpdate update ->
                "here "
                        + update.viewers().stream()
                                .map(user -> user.person().firstName())
                                .sorted()
                                .toList();
            case Frame.SomebodyTypes typing ->
                typing.who().person().firstName()
                        + (typing.typing().isTyping() ? " writes" : " stops")
                        + (typing.typing().isPrivate() ? " a note" : "");
            case Frame.NewMessage other -> throw new AssertionError(other);
            case Frame.NewNotification other -> throw new AssertionError(other);
            case Frame.ConversationUpdate other -> throw new AssertionError(other);
            case Frame.ParticipantsUpdate other -> throw new AssertionError(other);
        };
    }

    private void waitUntil(Instant moment) {
        List.copyOf(whileWaiting).forEach(Runnable::run);
        desk.clock.advance(Duration.between(desk.clock.instant(), moment));
    }

    private Admission admission(UserId user) {
        return new Admission(WORKSPACE, user, desk.clock.instant().plusSeconds(3600));
    }

    private Connection tab(UserId user) {
        return tab(user, "tab");
    }

    private Connection tab(UserId user, String name) {
        var tab = new Connection(
                new ConnectionId(name + user.value()),
                user,
                desk.clock.instant().plusSeconds(3600));
        connections.open(WORKSPACE, tab);
        return tab;
    }

    private void views(Connection tab, ConversationId conversation) {
        presence.changed(
                WORKSPACE,
                tab,
                viewing.begin(admission(tab.user()), tab.id(), conversation).orElseThrow());
    }

    private boolean types(Connection tab, boolean isPrivate) {
        return presence.typing(admission(tab.user()), tab.id(), new Typing(ticket, true, isPrivate));
    }

    private List<String> heard(Connection tab) {
        return gateway.posted(tab.id());
    }

    @Test
    void everybodyWhoLooksHearsWhoElseDoes() {
        var bob = tab(BOB);
        var sam = tab(SAM);
        views(bob, ticket);
        views(sam, ticket);

        presence.announce(
                WORKSPACE, connections.close(WORKSPACE, SAM, sam.id()).stream().toList());

        assertThat(heard(bob)).containsExactly("here [Bob]", "here [Bob, Sam]", "here [Bob]");
        assertThat(heard(sam)).containsExactly("here [Bob, Sam]");
    }

    @Test
    void severalTabsAreOneViewer() {
        var first = tab(BOB, "first");
        var second = tab(BOB, "second");
        views(first, ticket);
        views(second, ticket);

        assertThat(heard(first)).containsExactly("here [Bob]", "here [Bob]");
        assertThat(heard(second)).containsExactly("here [Bob]");
    }

    @Test
    void whoMayNoLongerReadItNeitherHearsNorIsNamed() {
        var alice = tab(ALICE);
        desk.follows(ticket, ALICE);
        views(alice, ticket);
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);

        var bob = tab(BOB);
        views(bob, ticket);

        assertThat(heard(alice)).containsExactly("here [Alice]");
        assertThat(heard(bob)).containsExactly("here [Bob]");
    }

    @Test
    void contactsDoNotHearWhoLooksOn() {
        desk.member(ticket, LINDA, FollowAccess.READ_WRITE, Notify.ALL);
        var linda = tab(LINDA);
        var bob = tab(BOB);
        views(linda, ticket);
        views(bob, ticket);

        assertThat(heard(linda)).isEmpty();
        assertThat(heard(bob)).containsExactly("here [Bob, Linda]");
    }

    @Test
    void whoLeafsThroughTicketsIsHeardAgainAfterTwoSecondsAndThenEverywhere() {
        var second = desk.supportTicket();
        var third = desk.supportTicket();
        var watchers = List.of(tab(SAM, "first"), tab(SAM, "second"), tab(SAM, "third"));
        views(watchers.get(0), ticket);
        views(watchers.get(1), second);
        views(watchers.get(2), third);
        var bob = tab(BOB);
        views(bob, ticket);
        whileWaiting.add(() -> {
            whileWaiting.clear();
            views(bob, third);
            assertThat(heard(bob)).containsExactly("here [Bob, Sam]");
        });

        views(bob, second);

        assertThat(heard(watchers.get(0))).containsExactly("here [Sam]", "here [Bob, Sam]", "here [Sam]");
        assertThat(heard(watchers.get(1))).containsExactly("here [Sam]", "here [Sam]");
        assertThat(heard(watchers.get(2))).containsExactly("here [Sam]", "here [Bob, Sam]");
        assertThat(heard(bob)).containsExactly("here [Bob, Sam]", "here [Bob, Sam]");
    }

    @Test
    void whatACrashLeftIsToldWithTheNextTurn() {
        var second = desk.supportTicket();
        var sam = tab(SAM);
        views(sam, second);
        var bob = tab(BOB);
        views(bob, ticket);
        var lost = viewing.begin(admission(BOB), bob.id(), second).orElseThrow();
        assertThat(connections.leaveForTurn(WORKSPACE, bob, lost)).isPresent();
        desk.clock.advance(Presence.TURN);

        types(bob, false);

        assertThat(heard(sam)).containsExactly("here [Sam]", "here [Bob, Sam]");
    }

    @Test
    void aSocketThatIsGoneIsNoLongerNamed() {
        var sam = tab(SAM);
        views(sam, ticket);
        gateway.answer(sam.id(), new Sockets.Delivery.Gone());
        var bob = tab(BOB);
        views(bob, ticket);

        assertThat(heard(bob)).containsExactly("here [Bob, Sam]", "here [Bob]");
        assertThat(connections.of(WORKSPACE, Set.of(SAM))).isEmpty();
    }

    @Test
    void aSocketThatIsGoneWhenSomebodyWritesIsNoLongerNamed() {
        var sam = tab(SAM);
        var bob = tab(BOB);
        viewing.begin(admission(SAM), sam.id(), ticket);
        viewing.begin(admission(BOB), bob.id(), ticket);
        gateway.answer(sam.id(), new Sockets.Delivery.Gone());

        types(bob, false);

        assertThat(heard(bob)).containsExactly("here [Bob]");
    }

    @Test
    void aViewerWhoseSocketIsNotKnownAnyMoreIsNamedOnce() {
        var bob = tab(BOB);
        var stray = new Connection(new ConnectionId("stray"), SAM, bob.endsAt());
        desk.store.strayViewer(WORKSPACE, stray, ticket);
        gateway.answer(stray.id(), new Sockets.Delivery.Gone());
        desk.store.faults().failAfter(100);

        views(bob, ticket);

        assertThat(heard(bob)).containsExactly("here [Bob, Sam]", "here [Bob]");
        assertThat(connections.viewers(WORKSPACE, ticket)).containsExactly(bob);
    }

    @Test
    void aChangeIsToldThreeTimesAtMostWhoeverComesAndGoes() {
        var bob = tab(BOB);
        viewing.begin(admission(BOB), bob.id(), ticket);
        var comingAndGoing = new ComingAndGoing();
        comingAndGoing.comes();
        desk.store.faults().failAfter(100);

        new Presence(
                        new Onlookers(desk.store.records(), connections),
                        connections,
                        new Presence.Channel(comingAndGoing, PresenceTest::text),
                        new Presence.Time(desk.clock, this::waitUntil))
                .announce(WORKSPACE, Set.of(ticket));

        assertThat(heard(bob)).hasSize(3);
    }

    /** With each post one socket is gone and another one comes. */
    private final class ComingAndGoing implements Sockets {
        private int tabs;

        void comes() {
            tabs++;
            var next = tab(SAM, "next" + tabs);
            gateway.answer(next.id(), new Delivery.Gone());
            viewing.begin(admission(SAM), next.id(), ticket);
        }

        @Override
        public Map<ConnectionId, Delivery> post(Set<ConnectionId> ids, String text) {
            comes();
            return gateway.post(ids, text);
        }

        @Override
        public void close(ConnectionId id) {
            gateway.close(id);
        }
    }

    @Test
    void atMostFiftySocketsAreReached() {
        for (int at = 0; at < 60; at++) {
            var user = desk.agent(1000 + at);
            desk.follows(ticket, user);
            viewing.begin(admission(user), tab(user).id(), ticket);
        }

        presence.announce(WORKSPACE, Set.of(ticket));

        assertThat(connections.viewers(WORKSPACE, ticket).stream()
                        .filter(tab -> !heard(tab).isEmpty()))
                .hasSize(50);
    }

    @Test
    void whoWritesIsHeardByTheOthersOnceInTwoSeconds() {
        var bob = tab(BOB);
        var sam = tab(SAM);
        viewing.begin(admission(BOB), bob.id(), ticket);
        viewing.begin(admission(SAM), sam.id(), ticket);

        assertThat(types(bob, false)).isTrue();
        assertThat(types(bob, false)).isTrue();
        assertThat(heard(sam)).containsExactly("Bob writes");
        desk.clock.advance(Presence.TURN);
        assertThat(types(bob, true)).isTrue();

        assertThat(heard(sam)).containsExactly("Bob writes", "Bob writes a note");
        assertThat(heard(bob)).isEmpty();
    }

    @Test
    void contactsHearOfRepliesAndNotOfNotes() {
        desk.member(ticket, LINDA, FollowAccess.READ_WRITE, Notify.ALL);
        var linda = tab(LINDA);
        var bob = tab(BOB);
        viewing.begin(admission(LINDA), linda.id(), ticket);

        types(bob, true);
        desk.clock.advance(Presence.TURN);
        types(bob, false);

        assertThat(heard(linda)).containsExactly("Bob writes");
    }

    @Test
    void aContactWritesNoNotes() {
        desk.member(ticket, LINDA, FollowAccess.READ_WRITE, Notify.ALL);
        var linda = tab(LINDA);
        var bob = tab(BOB);
        viewing.begin(admission(BOB), bob.id(), ticket);

        assertThat(types(linda, true)).isTrue();
        assertThat(types(linda, false)).isTrue();

        assertThat(heard(bob)).containsExactly("Linda writes");
    }

    @Test
    void whoDoesNotSeeItDoesNotWriteThere() {
        var bob = tab(BOB);
        viewing.begin(admission(BOB), bob.id(), ticket);

        assertThat(types(tab(ALICE), false)).isFalse();
        assertThat(heard(bob)).isEmpty();
    }
}
