package dev.tagalong.domain.purge;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SUPPORT;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.ConversationDeletion;
import dev.tagalong.domain.fanout.Rule;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.Faults;
import dev.tagalong.domain.memory.Gateway;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PurgeTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Deque<PurgeJob> queue = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();
    private final Purge purge = Purges.over(desk, new Gateway(desk.store.faults()), (job, delay) -> {
        queue.add(job);
        delays.add(delay);
    });

    private void delete() {
        var deletion = new ConversationDeletion(desk.store.records(), desk.store.ledger(), desk.ids);
        done(deletion.delete(desk.as(SAM), ticket, desk.clock.instant()));
        queue.add(PurgeJob.of(WORKSPACE, ticket));
    }

    /** What the queue does: a job that fails comes again. */
    private void work(int stepsInARow) {
        while (!queue.isEmpty()) {
            var job = queue.getFirst();
            var steps = new int[1];
            purge.carryOut(job, () -> ++steps[0] < stepsInARow);
            queue.remove(job);
        }
    }

    /** A message about which somebody was notified and shall get mail. */
    private EventId told(ConversationId conversation, UserId user) {
        var event = posted(conversation);
        told(event, conversation, user);
        return event;
    }

    private EventId posted(ConversationId conversation) {
        var event = desk.ids.event();
        var now = desk.clock.instant();
        desk.commit(
                new Write.AddMessage(
                        new Message(event, conversation, MessageType.NOTE, BOB, "Please look", List.of(), now)),
                new Write.RecordActivity(new Activity(
                        event, WORKSPACE, conversation, ActivityType.MESSAGE_POSTED, BOB, null, event, Map.of(), now)));
        return event;
    }

    private void told(EventId event, ConversationId conversation, UserId user) {
        var now = desk.clock.instant();
        desk.store
                .verdicts()
                .keep(
                        WORKSPACE,
                        event,
                        List.of(
                                new Verdict(user, Kind.NOTE, Reason.FOLLOWER, Rule.NOTIFIED, new Channels(true, true)),
                                new Verdict(BOB, Kind.NOTE, null, Rule.OWN_ACT, new Channels(false, false))));
        var row = new Notification(
                event, user, conversation, Kind.NOTE, Reason.FOLLOWER, BOB, event, now, now, null, null);
        desk.store.rows().putIfAbsent(WORKSPACE, List.of(row));
        desk.store.windows().add(new MailKey(WORKSPACE, user, conversation), event, now);
    }

    private int messages(ConversationId conversation) {
        var everybody = new MessageLog.Audience(true, null, 0);
        return desk.store
                .messages()
                .page(WORKSPACE, conversation, everybody, 1, 1)
                .total();
    }

    private boolean waitsForMail(UserId user, ConversationId conversation) {
        var key = new MailKey(WORKSPACE, user, conversation);
        return desk.store.windows().claim(key, desk.clock.instant(), Duration.ofSeconds(1))
                instanceof MailWindows.Claim;
    }

    private void assertNothingRemains() {
        assertThat(messages(ticket)).isZero();
        assertThat(desk.store.participants().of(WORKSPACE, ticket)).isEmpty();
        assertThat(desk.store.rows().all(WORKSPACE, ALICE)).isEmpty();
        assertThat(desk.store.connections().viewers(WORKSPACE, ticket)).isEmpty();
    }

    @Test
    void everythingThatHungOnItGoesAndTheLogStays() {
        desk.follows(ticket, ALICE);
        var event = told(ticket, ALICE);
        var socket = new Connection(
                new ConnectionId("c"), ALICE, desk.clock.instant().plusSeconds(60));
        desk.store.connections().open(WORKSPACE, socket);
        desk.store.connections().view(WORKSPACE, socket, ticket);
        delete();

        work(100);

        assertNothingRemains();
        assertThat(desk.store.index().memberships(WORKSPACE, ALICE)).isEmpty();
        assertThat(desk.store.verdicts().find(WORKSPACE, event)).isEmpty();
        assertThat(waitsForMail(ALICE, ticket)).isFalse();
        assertThat(desk.logged()).containsExactly(ActivityType.MESSAGE_POSTED, ActivityType.CONVERSATION_DELETED);
        assertThat(desk.store.connections().of(WORKSPACE, Set.of(ALICE)))
                .as("the socket itself stays open")
                .hasSize(1);
    }

    @Test
    void otherConversationsKeepWhatTheyHave() {
        var other = desk.ticket(new Assignment(null, SUPPORT));
        desk.follows(other, ALICE);
        told(other, ALICE);
        told(ticket, ALICE);
        delete();

        work(100);

        assertThat(messages(other)).isEqualTo(1);
        assertThat(desk.membership(other, ALICE)).isPresent();
        assertThat(desk.store.rows().all(WORKSPACE, ALICE)).hasSize(1);
        assertThat(waitsForMail(ALICE, other)).isTrue();
    }

    @Test
    void aConversationThatWasNotDeletedIsLeftAlone() {
        told(ticket, ALICE);
        queue.add(PurgeJob.of(WORKSPACE, ticket));

        work(100);

        assertThat(messages(ticket)).isEqualTo(1);
        assertThat(delays).isEmpty();
    }

    @Test
    void aSecondLookCatchesWhatWasBeingWrittenMeanwhile() {
        var event = posted(ticket);
        delete();
        purge.carryOut(queue.remove(), () -> true);
        told(event, ticket, ALICE);

        assertThat(queue).containsExactly(PurgeJob.of(WORKSPACE, ticket).secondLook());
        assertThat(delays).containsExactly(Purge.SECOND_LOOK);
        work(100);

        assertNothingRemains();
        assertThat(delays).as("there is no third").hasSize(1);
    }

    @Test
    void whereverAWorkerIsKilledTheNextOneFinishes() {
        for (int notice = 0; notice < 3; notice++) {
            told(ticket, ALICE);
        }
        desk.follows(ticket, ALICE);
        delete();
        int kills = 0;
        for (boolean killed = true; killed; kills++) {
            desk.store.faults().failAfter(kills);
            killed = Faults.end(() -> work(1));
            desk.store.faults().heal();
        }

        assertThat(kills).as("calls at which it was killed").isGreaterThan(5);
        assertNothingRemains();
    }

    @Test
    void tenThousandThingsTakeSeveralWorkersOfWhichOneIsKilled() {
        for (int count = 0; count < 5_000; count++) {
            told(ticket, new UserId(1_000 + count % 200));
        }
        delete();
        desk.store.faults().failAfter(7_000);
        assertThat(Faults.end(() -> work(1))).isTrue();
        desk.store.faults().heal();
        assertThat(queue).hasSize(1);

        work(3);

        assertNothingRemains();
        for (int user = 1_000; user < 1_200; user++) {
            assertThat(desk.store.rows().all(WORKSPACE, new UserId(user))).isEmpty();
        }
        assertThat(delays).as("jobs put back").hasSizeBetween(4, 20);
    }
}
