package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.fanout.Rule;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of what deleted conversations leave behind. */
abstract class RemainsContract {
    /** Calls that a worker lives for: more than the events that go on at the same time need, or none of them is ever done. */
    private static final int BUDGET = 140;

    private static final UserId ALICE = new UserId(17);

    private StoredWorkspace workspace;
    private DynamoRemains remains;
    private DynamoVerdicts verdicts;
    private ConversationId conversation;

    abstract StoredWorkspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        remains = new DynamoRemains(workspace.table);
        verdicts = new DynamoVerdicts(workspace.table, workspace.clock);
        conversation = workspace.conversation(1).id();
    }

    private EventId message(ConversationId in) {
        var event = workspace.ids.event();
        workspace.commit(
                new Write.AddMessage(
                        new Message(event, in, MessageType.NOTE, ALICE, "Look", List.of(), workspace.clock.instant())),
                new Write.RecordActivity(workspace.activity(event, in, ActivityType.MESSAGE_POSTED, 42)));
        return event;
    }

    private void told(EventId event, UserId user) {
        var now = workspace.clock.instant();
        verdicts.keep(
                workspace.id,
                event,
                List.of(new Verdict(user, Kind.NOTE, Reason.FOLLOWER, Rule.NOTIFIED, new Channels(true, true))));
        var row = new Notification(
                event, user, conversation, Kind.NOTE, Reason.FOLLOWER, ALICE, event, now, now, null, null);
        rows().putIfAbsent(workspace.id, List.of(row));
        windows().add(new MailKey(workspace.id, user, conversation), event, now);
    }

    private DynamoInboxRows rows() {
        return new DynamoInboxRows(workspace.table, workspace.clock);
    }

    private DynamoMailWindows windows() {
        return new DynamoMailWindows(workspace.table, workspace.ids);
    }

    private int messages() {
        var everybody = new MessageLog.Audience(true, null, 0);
        return new DynamoMessageLog(workspace.table)
                .page(workspace.id, conversation, everybody, 1, 100)
                .total();
    }

    private void delete() {
        workspace.commit(new Write.DeleteConversation(workspace.stored(conversation)));
    }

    @Test
    void threadIsRemovedInStepsAndItsMembershipsInBothPlaces() {
        for (int count = 0; count < 30; count++) {
            message(conversation);
        }
        workspace.follow(conversation, 42, 100);
        var gone = workspace.following(conversation, 43);
        workspace.commit(new Write.SaveMembership(null, gone));
        workspace.commit(new Write.SaveMembership(gone, null));
        var socket = new Connection(
                new ConnectionId("c1"), ALICE, workspace.clock.instant().plusSeconds(60));
        var connections = new DynamoConnections(workspace.table, workspace.clock);
        connections.open(workspace.id, socket);
        connections.view(workspace.id, socket, conversation);

        assertThat(remains.removeThread(workspace.id, conversation, 10)).isTrue();
        assertThat(messages()).isEqualTo(21);
        while (remains.removeThread(workspace.id, conversation, 10)) {
            assertThat(messages()).isLessThan(21);
        }

        assertThat(messages()).isZero();
        assertThat(new DynamoParticipants(workspace.table).of(workspace.id, conversation))
                .isEmpty();
        assertThat(new DynamoConversationIndex(workspace.table).memberships(workspace.id, new UserId(42)))
                .isEmpty();
        assertThat(connections.viewers(workspace.id, conversation)).isEmpty();
        assertThat(workspace
                        .table
                        .keys(Keys.conversation(workspace.id, conversation), " ", 10)
                        .keys())
                .containsExactly(Keys.meta(workspace.id, conversation));
    }

    @Test
    void addressesGoByTheirTokensToo() {
        var participant = new MembershipKey(conversation, ALICE);
        var token = "0123456789abcdefghijklmnop";
        workspace.commit(
                new Write.SaveAddress(null, new ParticipantAddress(participant, token, workspace.clock.instant())));

        remains.removeThread(workspace.id, conversation, 10);

        var addresses = new DynamoParticipantAddresses(workspace.table);
        assertThat(addresses.of(workspace.id, participant)).isEmpty();
        assertThat(addresses.byToken(workspace.id, token)).isEmpty();
    }

    @Test
    void eventsComeOldestFirstFromWhereOneLeftOff() {
        var first = message(conversation);
        var second = message(conversation);
        var third = message(conversation);

        assertThat(remains.events(workspace.id, conversation, null, 2)).containsExactly(first, second);
        assertThat(remains.events(workspace.id, conversation, second, 2)).containsExactly(third);
        assertThat(remains.events(workspace.id, conversation, third, 2)).isEmpty();
    }

    @Test
    void noticesGoWithWaitingMailAndVerdicts() {
        var event = message(conversation);
        var other = message(conversation);
        told(event, ALICE);
        told(other, ALICE);

        remains.removeNotices(workspace.id, conversation, event, Set.of(ALICE));
        remains.removeNotices(workspace.id, conversation, event, Set.of(ALICE));

        assertThat(rows().all(workspace.id, ALICE))
                .extracting(Notification::event)
                .containsExactly(other);
        assertThat(verdicts.find(workspace.id, event)).isEmpty();
        assertThat(verdicts.find(workspace.id, other)).isPresent();
        assertThat(workspace.table.get(Keys.mailWindow(workspace.id, ALICE, conversation)))
                .isEmpty();
    }

    @Test
    void aPurgeThatIsKilledAgainAndAgainFinishes() {
        for (int count = 0; count < 80; count++) {
            told(message(conversation), new UserId(100 + count % 20));
        }
        for (int user = 100; user < 120; user++) {
            workspace.follow(conversation, user, 1000);
        }
        delete();
        var jobs = new ArrayDeque<PurgeJob>(List.of(PurgeJob.of(workspace.id, conversation)));
        var purge = StoredPurge.over(workspace, workspace.table, (job, delay) -> {
            if (delay.equals(Duration.ZERO)) {
                jobs.add(job);
            }
        });
        var dying = new DyingTable(workspace.table);
        var doomed = StoredPurge.over(workspace, dying.table(), (job, delay) -> jobs.add(job));
        int kills = 0;
        while (dying.kills(BUDGET, () -> doomed.carryOut(jobs.getFirst(), () -> true))) {
            kills++;
            assertThat(kills).as("each worker gets on").isLessThan(50);
        }

        assertThat(kills).isGreaterThan(2);
        while (!jobs.isEmpty()) {
            purge.carryOut(jobs.remove(), () -> false);
        }
        assertThat(messages()).isZero();
        for (int user = 100; user < 120; user++) {
            assertThat(rows().all(workspace.id, new UserId(user))).isEmpty();
            assertThat(new DynamoConversationIndex(workspace.table).memberships(workspace.id, new UserId(user)))
                    .isEmpty();
        }
        assertThat(new DynamoActivityLog(workspace.table, complaint -> {})
                        .page(workspace.id, conversation, 1, 1)
                        .total())
                .as("the log stays")
                .isEqualTo(100);
        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).conversation(conversation))
                        .conversations())
                .isEmpty();
        assertThat(workspace.conversation(1).assignment()).isEqualTo(Assignment.NOBODY);
    }
}
