package dev.tagalong.handlers.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StreamFunctionsTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final Map<String, String> aside = new HashMap<>();
    private final KnownOutbox outbox = new KnownOutbox(this::setAside);
    private final FanOut fanOut = new FanOut(outbox, front.fanOut());
    private final RetryFanOut retry = new RetryFanOut(outbox, front.fanOut());
    private final Invocation invocation = new Invocation();
    private final ConversationId first = ticketOfAlice();
    private final ConversationId second = ticketOfAlice();
    private boolean retriesAreLost;

    private synchronized void setAside(String record, String cause) {
        if (retriesAreLost) {
            throw new IllegalStateException("the queue is gone");
        }
        aside.put(record, cause);
    }

    private ConversationId ticketOfAlice() {
        var ticket = desk.ticket(new Assignment(null, Desk.SUPPORT));
        desk.follows(ticket, Desk.ALICE);
        return ticket;
    }

    private Activity added(ConversationId ticket) {
        var activity = desk.activity(ticket, ActivityType.FOLLOWER_ADDED, Desk.SAM, Desk.ALICE, null);
        outbox.knows(activity);
        return activity;
    }

    private static DynamodbStreamRecord record(ConversationId ticket, String id, String number) {
        return record("INSERT", "activity", ticket, id, number);
    }

    private static DynamodbStreamRecord record(
            String event, String entity, ConversationId ticket, String id, String number) {
        var keys = Map.of("PK", new AttributeValue(ticket.toString()), "SK", new AttributeValue(id));
        var image = new HashMap<>(keys);
        image.put("entity", new AttributeValue(entity));
        var change = new StreamRecord();
        change.setKeys(keys);
        change.setSequenceNumber(number);
        if (!event.equals("REMOVE")) {
            change.setNewImage(image);
        }
        var record = new DynamodbStreamRecord();
        record.setEventName(event);
        record.setDynamodb(change);
        return record;
    }

    private List<String> failures(DynamodbStreamRecord... records) {
        var event = new DynamodbEvent();
        event.setRecords(List.of(records));
        return fanOut.handleRequest(event, invocation).getBatchItemFailures().stream()
                .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private List<String> retried(String... bodies) {
        var messages = new ArrayList<SQSEvent.SQSMessage>();
        for (var body : bodies) {
            var message = new SQSEvent.SQSMessage();
            message.setMessageId("message " + messages.size());
            message.setBody(body);
            messages.add(message);
        }
        var event = new SQSEvent();
        event.setRecords(messages);
        return retry.handleRequest(event, invocation).getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private int rows() {
        return desk.store.rows().all(Desk.WORKSPACE, Desk.ALICE).size();
    }

    @Test
    void everyActivityOfTheBatchIsCarriedOut() {
        var one = record(first, added(first).id().toString(), "1");
        var two = record(second, added(second).id().toString(), "2");
        var three = record(first, added(first).id().toString(), "3");

        assertThat(failures(one, two, three)).isEmpty();
        assertThat(rows()).isEqualTo(3);
        assertThat(aside).isEmpty();
    }

    @Test
    void anEmptyBatchIsNoFailure() {
        assertThat(failures()).isEmpty();
    }

    @Test
    void aRecordThatComesTwiceIsCarriedOutOnce() {
        var record = record(first, added(first).id().toString(), "1");

        assertThat(failures(record, record)).isEmpty();
        assertThat(failures(record)).isEmpty();
        assertThat(rows()).isEqualTo(1);
        assertThat(front.postbox.calls()).hasSize(1);
    }

    @Test
    void aMalformedRecordIsSetAsideWithItsCauseAndDelaysNoOther() {
        var malformed = record(first, "junk", "1");
        var fine = record(first, added(first).id().toString(), "2");

        assertThat(failures(malformed, fine)).isEmpty();
        assertThat(rows()).isEqualTo(1);
        assertThat(aside).hasSize(1);
        assertThat(aside.keySet()).allSatisfy(record -> assertThat(record).contains(first.toString(), "junk"));
        assertThat(aside.values()).allSatisfy(cause -> assertThat(cause).contains("that is junk"));
    }

    @Test
    void anActivityThatFailsIsSetAsideWithItsCauseAndDelaysNoOther() {
        var failing = added(first);
        var fine = added(first);
        desk.store.rowFaults().failOnce(0);

        assertThat(failures(
                        record(first, failing.id().toString(), "1"),
                        record(first, fine.id().toString(), "2")))
                .isEmpty();
        assertThat(rows()).isEqualTo(1);
        assertThat(aside).containsOnlyKeys(failing.id().toString());
        assertThat(aside.get(failing.id().toString())).contains("1 rows", "StoreLost");
        assertThat(invocation.logged())
                .singleElement()
                .asString()
                .contains(failing.id().toString());
    }

    @Test
    void whatCouldNotBeSetAsideFailsFromThereOnInItsConversationAlone() {
        var failing = record(first, "junk", "2");
        var before = record(first, added(first).id().toString(), "1");
        var after = record(first, added(first).id().toString(), "3");
        var elsewhere = record(second, added(second).id().toString(), "4");
        retriesAreLost = true;

        assertThat(failures(before, failing, after, elsewhere)).containsExactly("2");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void whatFailedComesAgainAndIsCarriedOutOnce() {
        var before = record(first, added(first).id().toString(), "1");
        var after = record(first, added(first).id().toString(), "3");
        retriesAreLost = true;
        assertThat(failures(before, record(first, "junk", "2"), after)).containsExactly("2");
        retriesAreLost = false;

        assertThat(failures(before, record(first, "junk", "2"), after)).isEmpty();
        assertThat(rows()).isEqualTo(2);
        assertThat(front.postbox.calls()).hasSize(2);
    }

    @Test
    void whatIsNoNewActivityIsPassedOver() {
        var id = added(first).id().toString();

        assertThat(failures(
                        record("REMOVE", "activity", first, id, "1"),
                        record("MODIFY", "activity", first, id, "2"),
                        record("INSERT", "message", first, id, "3")))
                .isEmpty();
        assertThat(rows()).isZero();
        assertThat(aside).isEmpty();
    }

    @Test
    void whatWasSetAsideIsCarriedOut() {
        assertThat(retried(added(first).id().toString(), added(second).id().toString()))
                .isEmpty();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void whatFailsAgainComesAgainAndTheOthersDoNot() {
        assertThat(retried("junk", added(first).id().toString(), "junk")).containsExactly("message 0", "message 2");
        assertThat(rows()).isEqualTo(1);
        assertThat(invocation.logged()).hasSize(2);
    }

    @Test
    void whatIsGoneIsDone() {
        assertThat(retried(desk.ids.event().toString())).isEmpty();
    }
}
