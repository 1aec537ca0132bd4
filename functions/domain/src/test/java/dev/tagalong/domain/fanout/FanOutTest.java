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
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Frame;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.memory.Gateway;
import dev.tagalong.domain.memory.Postbox;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.AutoFollow;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FanOutTest {
    private final Scene scene = new Scene();
    private final Gateway gateway = new Gateway(scene.desk.store.faults());
    private final Postbox postbox = new Postbox(scene.desk.store.faults());
    private final FanOut fanOut = new FanOut(
            scene.finder(),
            scene.desk.store.verdicts(),
            scene.desk.store.rows(),
            new Broadcast(scene.desk.store.connections(), gateway, FanOutTest::text),
            scene.desk.store.windows(),
            postbox,
            scene.desk.clock);

    private static String text(Frame frame) {
        return switch (frame) {
            case Frame.NewMessage message -> "message " + message.message().id();
            case Frame.NewNotification row -> "notification " + row.row().event();
            case Frame.ConversationUpdate update -> "update " + update.changes();
            case Frame.ParticipantsUpdate update ->
                "participants " + update.participants().size();
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

    @Test
    void aCrashAfterAnyCallLosesAndDoublesNoRow() {
        noteForTwoFollowers();
        var faults = scene.desk.store.faults();
        int crashes = 0;
        for (int calls = 0; ; calls++) {
            faults.failAfter(calls);
            try {
                carryOut();
                break;
            } catch (IllegalStateException lost) {
                crashes++;
            }
        }
        faults.heal();
        carryOut();

        assertThat(crashes).isGreaterThan(8);
        assertThat(rows(ALICE)).isEqualTo(1);
        assertThat(rows(OLGA)).isEqualTo(1);
        assertThat(rows(SAM)).isZero();
        assertThat(postbox.calls()).extracting(call -> call.key().user()).contains(ALICE, OLGA);
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
        scene.desk.store.faults().failAfter(8);
        assertThatIllegalStateException().isThrownBy(this::carryOut);
        scene.desk.store.faults().heal();
        var first = scene.desk.store.verdicts().find(WORKSPACE, scene.activity().id());
        scene.muted(OLGA);
        carryOut();
        assertThat(first).isPresent();
        assertThat(rows(OLGA)).isEqualTo(1);
    }

    @Test
    void whoLostAccessBetweenTheTriesGetsNoFrameOfIt() {
        var tab = tab(ALICE);
        var follows = scene.desk.follows(scene.ticket, ALICE);
        scene.posts(SAM, MessageType.NOTE);
        scene.desk
                .store
                .verdicts()
                .keep(WORKSPACE, scene.activity().id(), scene.plan().verdicts());
        scene.desk.commit(new Write.SaveMembership(follows, null));
        carryOut();
        assertThat(gateway.posted(tab)).isEmpty();
    }

    @Test
    void anActivityOfADeletedConversationIsDone() {
        var orphan = scene.desk.activity(new ConversationId(new UUID(5, 5)), ActivityType.FOLLOWED, SAM, SAM, null);
        fanOut.carryOut(orphan);
        assertThat(scene.desk
                        .store
                        .verdicts()
                        .find(WORKSPACE, orphan.id())
                        .orElseThrow()
                        .finished())
                .isTrue();
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
    void aSocketThatIsGoneIsForgottenAndASlowOneClosed() {
        noteForTwoFollowers();
        var gone = tab(ALICE);
        var slow = tab(OLGA);
        var fine = tab(SAM);
        scene.viewing(SAM);
        gateway.answer(gone, Sockets.Delivery.GONE);
        gateway.answer(slow, Sockets.Delivery.SLOW);
        carryOut();
        var open = scene.desk.store.connections().of(WORKSPACE, Set.of(ALICE, OLGA, SAM));
        assertThat(open).extracting(Connection::id).doesNotContain(gone, slow).contains(fine);
        assertThat(gateway.closed()).containsOnly(slow);
        assertThat(gateway.posted(fine)).hasSize(1);
    }

    @Test
    void mailWaitsForTheUsersOwnWindowElseTheWorkspaces() {
        scene.desk.settings(new WorkspaceSettings(100, true, false, Duration.ofMinutes(1), true, "2021-07-30"));
        var own = new NotificationSettings(Map.of(), AutoFollow.OFF, Duration.ofMinutes(5));
        scene.settings(ALICE, own).member(ALICE).member(OLGA).posts(SAM, MessageType.NOTE);
        carryOut();
        assertThat(postbox.calls())
                .extracting(call -> call.key().user(), Postbox.Call::delay)
                .containsExactlyInAnyOrder(tuple(ALICE, Duration.ofMinutes(5)), tuple(OLGA, Duration.ofMinutes(1)));
    }

    @Test
    void aSecondEventDoesNotSlideTheWindow() {
        scene.desk.settings(new WorkspaceSettings(100, true, false, Duration.ofMinutes(1), true, "2021-07-30"));
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
