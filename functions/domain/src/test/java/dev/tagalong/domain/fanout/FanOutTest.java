package dev.tagalong.domain.fanout;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.OLGA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.live.Frame;
import dev.tagalong.domain.live.Onlookers;
import dev.tagalong.domain.live.Presence;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.memory.Faults;
import dev.tagalong.domain.memory.Gateway;
import dev.tagalong.domain.memory.Postbox;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.AutoFollow;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FanOutTest {
    private final Scene scene = new Scene();
    private final Faults gatewayFaults = new Faults();
    private final Faults mailFaults = new Faults();
    private final Gateway gateway = new Gateway(gatewayFaults);
    private final Postbox postbox = new Postbox(mailFaults);
    private Runnable beforeRows = () -> {};
    private final FanOut fanOut = new FanOut(
            scene.finder(),
            new Verdicts() {
                @Override
                public List<Verdict> keep(WorkspaceId workspace, EventId event, List<Verdict> verdicts) {
                    beforeRows.run();
                    return scene.desk.store.verdicts().keep(workspace, event, verdicts);
                }

                @Override
                public Optional<List<Verdict>> find(WorkspaceId workspace, EventId event) {
                    return scene.desk.store.verdicts().find(workspace, event);
                }
            },
            scene.desk.store.progress(),
            scene.desk.store.rows(),
            new Broadcast(
                    scene.desk.store.connections(),
                    gateway,
                    FanOutTest::text,
                    new Presence(
                            new Onlookers(scene.desk.store.records(), scene.desk.store.connections()),
                            scene.desk.store.connections(),
                            new Presence.Channel(gateway, FanOutTest::text),
                            new Presence.Time(scene.desk.clock, moment -> {}))),
            new MailSchedule(scene.desk.store.windows(), postbox, scene.desk.clock),
            scene.desk.clock);

    private static String text(Frame frame) {
        return switch (frame) {
            case Frame.NewMessage message -> "message " + message.message().id();
            case Frame.NewNotification row -> "notification " + row.row().event();
            case Frame.ConversationUpdate update -> "update " + update.changes();
            case Frame.ParticipantsUpdate update ->
                "participants " + update.participants().size();
            case Frame.PresenceUpdate update -> "presence " + update.viewers().size();
            case Frame.SomebodyTypes typing -> "typing " + typing.who().id();
        };
    }

    private ConnectionId tab(UserId user) {
        return tab(user, "tab");
    }

    private ConnectionId tab(UserId user, String name) {
        var id = new ConnectionId(name + user.value());
        var socket = new Connection(id, user, scene.desk.clock.instant().plusSeconds(3600));
        scene.desk.store.connections().open(WORKSPACE, socket);
        return id;
    }

    private void carryOut() {
        fanOut.carryOut(scene.activity());
    }

    private int rows(UserId user) {
        return scene.desk.store.rows().all(WORKSPACE, user).size();
    }

    private void noteForTwoFollowers() {
        scene.member(ALICE).member(OLGA).posts(SAM, MessageType.NOTE);
    }

    private void fails() {
        assertThatIllegalStateException().isThrownBy(this::carryOut).withMessageContaining("told to fail");
    }

    private Left left() {
        return scene.desk.store.progress().of(WORKSPACE, scene.activity().id()).orElseThrow();
    }

    private List<UserId> mailed() {
        return postbox.calls().stream().map(call -> call.key().user()).toList();
    }

    private void views(UserId user, ConnectionId tab) {
        var socket = new Connection(tab, user, scene.desk.clock.instant().plusSeconds(3600));
        assertThat(scene.desk.store.connections().view(WORKSPACE, socket, scene.ticket))
                .isPresent();
    }

    @Test
    void whenATabIsFoundGoneThoseWhoLookAtTheSameTicketAreTold() {
        noteForTwoFollowers();
        var gone = tab(ALICE);
        var watching = tab(OLGA);
        views(ALICE, gone);
        views(OLGA, watching);
        gateway.answer(gone, new Sockets.Delivery.Gone());

        carryOut();

        assertThat(gateway.posted(watching))
                .filteredOn(frame -> frame.startsWith("presence"))
                .containsExactly("presence 1");
    }

    @Test
    void whenATabIsTooSlowThoseWhoLookAtTheSameTicketAreTold() {
        noteForTwoFollowers();
        var slow = tab(ALICE);
        var watching = tab(OLGA);
        views(ALICE, slow);
        views(OLGA, watching);
        gateway.answer(slow, new Sockets.Delivery.Slow());

        carryOut();

        assertThat(gateway.posted(watching)).contains("presence 1");
        assertThat(gateway.closed()).contains(slow);
    }

    @Test
    void aTabThatLookedAtNothingIsForgottenWithoutAWord() {
        noteForTwoFollowers();
        var gone = tab(ALICE);
        var watching = tab(OLGA);
        views(OLGA, watching);
        gateway.answer(gone, new Sockets.Delivery.Gone());

        carryOut();

        assertThat(gateway.posted(watching)).noneMatch(frame -> frame.startsWith("presence"));
    }

    @Test
    void aCrashAfterAnyCallLosesAndDoublesNoRow() {
        noteForTwoFollowers();
        var tab = tab(ALICE);
        var faults = scene.desk.store.faults();
        int crashes = 0;
        faults.failAfter(0);
        while (Faults.end(this::carryOut)) {
            crashes++;
            faults.failAfter(crashes);
        }
        faults.heal();
        carryOut();

        assertThat(crashes).isGreaterThan(8);
        assertThat(rows(ALICE)).isEqualTo(1);
        assertThat(rows(OLGA)).isEqualTo(1);
        assertThat(rows(SAM)).isZero();
        assertThat(mailed()).contains(ALICE, OLGA);
        assertThat(Set.copyOf(gateway.posted(tab))).hasSize(2);
    }

    @Test
    void aRowThatFailsIsRepeatedAndNothingElse() {
        noteForTwoFollowers();
        var tabs = List.of(tab(ALICE), tab(OLGA));
        scene.desk.store.rowFaults().failOnce(1);
        fails();

        assertThat(rows(ALICE) + rows(OLGA)).isEqualTo(1);
        assertThat(postbox.calls()).hasSize(1);
        assertThat(left().rows()).hasSize(1).isEqualTo(left().mails());
        assertThat(left().frames()).isEmpty();

        carryOut();
        assertThat(tabs).allSatisfy(tab -> assertThat(gateway.posted(tab)).hasSize(2));
        assertThat(List.of(rows(ALICE), rows(OLGA))).containsExactly(1, 1);
        assertThat(mailed()).containsExactlyInAnyOrder(ALICE, OLGA);
        assertThat(left()).isEqualTo(Left.NOTHING);
    }

    @Test
    void aNotificationNeverPrecedesItsRow() {
        noteForTwoFollowers();
        var tab = tab(ALICE);
        scene.desk.store.rowFaults().failAfter(0);
        fails();
        assertThat(gateway.posted(tab)).singleElement().asString().startsWith("message");
        assertThat(postbox.calls()).isEmpty();
    }

    @Test
    void whoComesBackBeforeTheRowStandsHearsOfIt() {
        scene.member(ALICE).posts(SAM, MessageType.NOTE);
        beforeRows = () -> tab(ALICE);
        carryOut();
        assertThat(gateway.posted(new ConnectionId("tab" + ALICE.value())))
                .singleElement()
                .asString()
                .startsWith("notification");
    }

    @Test
    void framesThatFailAreRepeatedAndRowsAndMailGoOutAllTheSame() {
        noteForTwoFollowers();
        var tabs = List.of(tab(ALICE), tab(OLGA));
        gatewayFaults.failAfter(0);
        fails();

        assertThat(List.of(rows(ALICE), rows(OLGA))).containsExactly(1, 1);
        assertThat(mailed()).containsExactlyInAnyOrder(ALICE, OLGA);
        assertThat(left().frames()).containsExactlyInAnyOrderElementsOf(tabs);
        assertThat(left().notices()).containsExactlyInAnyOrderElementsOf(tabs);

        gatewayFaults.heal();
        carryOut();
        assertThat(tabs).allSatisfy(tab -> assertThat(gateway.posted(tab)).hasSize(2));
        assertThat(postbox.calls()).hasSize(2);
    }

    @Test
    void ofManySocketsOnlyTheOneThatTheGatewayFailedForIsPostedToAgain() {
        noteForTwoFollowers();
        var fine = tab(ALICE, "fine");
        var broken = tab(ALICE, "broken");
        gateway.answer(broken, new Sockets.Delivery.Failed(new IllegalStateException("told to fail")));
        fails();
        assertThat(gateway.posted(fine)).hasSize(2);

        gateway.answer(broken, new Sockets.Delivery.Delivered());
        carryOut();
        assertThat(gateway.posted(fine)).hasSize(2);
        assertThat(gateway.posted(broken)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void mailThatFailsIsRepeatedAndNothingElse() {
        noteForTwoFollowers();
        var tab = tab(ALICE);
        mailFaults.failOnce(0);
        fails();
        assertThat(left().mails()).hasSize(1);

        carryOut();
        assertThat(mailed()).containsExactlyInAnyOrder(ALICE, OLGA);
        assertThat(gateway.posted(tab)).hasSize(2);
        assertThat(List.of(rows(ALICE), rows(OLGA))).containsExactly(1, 1);
    }

    @Test
    void anyOneCallThatFailsLosesNothingAndRepeatsNoFrame() {
        int calls = 0;
        for (boolean failed = true; failed; calls++) {
            failed = new FanOutTest().oneCallFails(calls);
        }
        assertThat(calls).isGreaterThan(12);
    }

    /** Fails that call and tries again; whether there was such a call. */
    private boolean oneCallFails(int calls) {
        noteForTwoFollowers();
        var tabs = List.of(tab(ALICE), tab(OLGA));
        boolean failed = failsAt(calls);
        boolean noted =
                scene.desk.store.progress().of(WORKSPACE, scene.activity().id()).isPresent();
        carryOut();

        assertThat(List.of(rows(ALICE), rows(OLGA))).as("call %d", calls).containsExactly(1, 1);
        assertThat(Set.copyOf(mailed())).as("call %d", calls).containsExactlyInAnyOrder(ALICE, OLGA);
        assertThat(tabs).as("call %d", calls).allSatisfy(tab -> {
            assertThat(Set.copyOf(gateway.posted(tab))).hasSize(2);
            if (noted) {
                assertThat(gateway.posted(tab)).doesNotHaveDuplicates();
            }
        });
        return failed;
    }

    private boolean failsAt(int calls) {
        scene.desk.store.faults().failOnce(calls);
        boolean failed = Faults.end(this::carryOut);
        scene.desk.store.faults().heal();
        return failed;
    }

    @Test
    void whatOneTryLeftIsNotForgottenByAnotherThatFails() {
        int calls = 0;
        for (boolean failed = true; failed; calls++) {
            failed = new FanOutTest().oneCallOfTheSecondTryFails(calls);
        }
        assertThat(calls).isGreaterThan(8);
    }

    /** Leaves mails and a notification, fails that call of the next try and tries again; whether there was such a call. */
    private boolean oneCallOfTheSecondTryFails(int calls) {
        noteForTwoFollowers();
        var fine = tab(ALICE);
        var broken = tab(OLGA);
        gateway.answer(broken, new Sockets.Delivery.Failed(new IllegalStateException("told to fail")));
        mailFaults.failAfter(0);
        fails();
        gateway.answer(broken, new Sockets.Delivery.Delivered());
        mailFaults.heal();
        boolean failed = failsAt(calls);
        carryOut();

        assertThat(Set.copyOf(mailed())).as("call %d", calls).containsExactlyInAnyOrder(ALICE, OLGA);
        assertThat(Set.copyOf(gateway.posted(broken))).as("call %d", calls).hasSize(2);
        assertThat(gateway.posted(fine)).as("call %d", calls).hasSize(2);
        return failed;
    }

    @Test
    void aRecordThatComesAgainDoesNothing() {
        noteForTwoFollowers();
        var tab = tab(ALICE);
        carryOut();
        carryOut();
        assertThat(gateway.posted(tab)).hasSize(2);
        assertThat(postbox.calls()).hasSize(2);
        assertThat(rows(ALICE)).isEqualTo(1);
    }

    @Test
    void theVerdictsOfTheFirstTimeStand() {
        noteForTwoFollowers();
        scene.desk.store.rowFaults().failAfter(0);
        fails();
        scene.desk.store.rowFaults().heal();
        scene.muted(OLGA);
        carryOut();
        assertThat(rows(OLGA)).isEqualTo(1);
    }

    @Test
    void whoWasRemovedBeforeTheFanOutGetsNeitherFrameNorRowNorMail() {
        var tab = tab(ALICE);
        var follows = scene.desk.follows(scene.ticket, ALICE);
        scene.viewing(ALICE).posts(SAM, MessageType.NOTE);
        scene.desk.commit(new Write.SaveMembership(follows, null));
        carryOut();
        hearsNothing(ALICE, tab);
    }

    @Test
    void whoLostAccessBetweenTheTriesGetsNeitherFrameNorRowNorMail() {
        var tab = tab(ALICE);
        var follows = scene.desk.follows(scene.ticket, ALICE);
        scene.posts(SAM, MessageType.NOTE);
        keepVerdicts();
        scene.desk.commit(new Write.SaveMembership(follows, null));
        carryOut();
        hearsNothing(ALICE, tab);
    }

    @Test
    void whoLeftBetweenTheTriesIsNotToldThoughTheirRoleShowsIt() {
        var follows = scene.desk.follows(scene.ticket, OLGA);
        scene.posts(SAM, MessageType.NOTE);
        keepVerdicts();
        scene.desk.commit(new Write.SaveMembership(follows, null));
        carryOut();
        hearsNothing(OLGA, tab(OLGA));
    }

    private void keepVerdicts() {
        scene.desk
                .store
                .verdicts()
                .keep(WORKSPACE, scene.activity().id(), scene.plan().verdicts());
    }

    private void hearsNothing(UserId user, ConnectionId tab) {
        assertThat(gateway.posted(tab)).isEmpty();
        assertThat(rows(user)).isZero();
        assertThat(postbox.calls()).isEmpty();
    }

    @Test
    void anActivityOfADeletedConversationIsDone() {
        var orphan = scene.desk.activity(new ConversationId(new UUID(5, 5)), ActivityType.FOLLOWED, SAM, SAM, null);
        fanOut.carryOut(orphan);
        assertThat(scene.desk.store.progress().of(WORKSPACE, orphan.id())).contains(Left.NOTHING);
    }

    @Test
    void everyTabOfEverybodyInTheAudienceGetsTheFrameOnce() {
        scene.member(ALICE).viewing(ALICE).posts(SAM, MessageType.NOTE);
        var tabs = List.of(tab(ALICE, "one"), tab(ALICE, "two"), tab(BOB));
        carryOut();
        assertThat(tabs)
                .allSatisfy(tab -> assertThat(gateway.posted(tab))
                        .filteredOn(text -> text.startsWith("message"))
                        .hasSize(1));
    }

    @Test
    void toastOffDropsTheFrameAndKeepsTheRow() {
        scene.settings(ALICE, NotificationSettings.DEFAULT.with(Kind.NOTE, new Channels(false, false)))
                .member(ALICE)
                .posts(SAM, MessageType.NOTE);
        var tab = tab(ALICE);
        carryOut();
        assertThat(gateway.posted(tab)).singleElement().asString().startsWith("message");
        assertThat(rows(ALICE)).isEqualTo(1);
        assertThat(postbox.calls()).isEmpty();
    }

    @Test
    void aSocketThatMayBeOpeningIsKeptThoughAPostFindsItGone() {
        var opening = tab(ALICE);
        gateway.answer(opening, new Sockets.Delivery.Gone());
        noteForTwoFollowers();
        carryOut();
        assertThat(scene.desk.store.connections().of(WORKSPACE, Set.of(ALICE)))
                .extracting(Connection::id)
                .containsExactly(opening);
    }

    @Test
    void aSocketThatIsGoneIsForgottenAndASlowOneClosed() {
        noteForTwoFollowers();
        var gone = tab(ALICE);
        var slow = tab(OLGA);
        var fine = tab(SAM);
        scene.viewing(SAM);
        gateway.answer(gone, new Sockets.Delivery.Gone());
        gateway.answer(slow, new Sockets.Delivery.Slow());
        scene.desk.clock.advance(Connections.OPENING);
        carryOut();
        var open = scene.desk.store.connections().of(WORKSPACE, Set.of(ALICE, OLGA, SAM));
        assertThat(open).extracting(Connection::id).doesNotContain(gone, slow).contains(fine);
        assertThat(gateway.closed()).containsOnly(slow);
        assertThat(gateway.posted(fine)).hasSize(1);
    }

    @Test
    void mailWaitsForTheUsersOwnWindowElseTheWorkspaces() {
        scene.desk.settings(
                new WorkspaceSettings(100, true, false, Duration.ofMinutes(1), true, TalkJsVersion.NONE_ADDED));
        var own = new NotificationSettings(Map.of(), AutoFollow.OFF, Duration.ofMinutes(5));
        scene.settings(ALICE, own).member(ALICE).member(OLGA).posts(SAM, MessageType.NOTE);
        carryOut();
        assertThat(postbox.calls())
                .extracting(call -> call.key().user(), Postbox.Call::delay)
                .containsExactlyInAnyOrder(tuple(ALICE, Duration.ofMinutes(5)), tuple(OLGA, Duration.ofMinutes(1)));
    }

    @Test
    void aSecondEventDoesNotSlideTheWindow() {
        scene.desk.settings(
                new WorkspaceSettings(100, true, false, Duration.ofMinutes(1), true, TalkJsVersion.NONE_ADDED));
        scene.member(ALICE).posts(SAM, MessageType.NOTE);
        carryOut();
        scene.desk.clock.advance(Duration.ofSeconds(45));
        scene.posts(SAM, MessageType.NOTE);
        carryOut();
        assertThat(postbox.calls().getLast().delay()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void everyKindOfChangeHasItsFrame() {
        var tab = tab(BOB);
        var frames = Map.of(
                ActivityType.FOLLOWED, "participants 0",
                ActivityType.FOLLOW_PARKED, "participants 0",
                ActivityType.STATUS_CHANGED, "update [STATUS]",
                ActivityType.PRIORITY_CHANGED, "update [PRIORITY]",
                ActivityType.TAGS_CHANGED, "update [TAGS]",
                ActivityType.SUBJECT_CHANGED, "update [SUBJECT]",
                ActivityType.UNASSIGNED, "update [ASSIGNED_USER]",
                ActivityType.TEAM_ASSIGNED, "update [ASSIGNED_TEAM]");
        frames.forEach((type, frame) -> {
            scene.happens(type, SAM, null);
            carryOut();
            assertThat(gateway.posted(tab).getLast()).isEqualTo(frame);
        });
        int before = gateway.posted(tab).size();
        scene.happens(ActivityType.CONVERSATION_CREATED, SAM, null);
        carryOut();
        assertThat(gateway.posted(tab)).hasSize(before);
    }

    @Test
    void whoMovesAwayFromTheTeamGetsNothingMore() {
        var tab = tab(BOB);
        scene.assigned(new Assignment(OLGA, null)).posts(SAM, MessageType.OUTGOING);
        carryOut();
        assertThat(gateway.posted(tab)).isEmpty();
    }
}
