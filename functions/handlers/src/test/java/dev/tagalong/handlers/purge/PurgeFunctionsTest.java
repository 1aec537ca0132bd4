package dev.tagalong.handlers.purge;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Draft;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.purge.Purge;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PurgeFunctionsTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final ConversationId ticket = desk.supportTicket();
    private final List<PurgeJob> jobs = new ArrayList<>();
    private final Map<String, String> unreadable = new HashMap<>();
    private final Purge purge = front.purge((job, delay) -> jobs.add(job));
    private final PurgeRemains worker =
            new PurgeRemains(purge, body -> PurgeJob.of(Desk.WORKSPACE, new ConversationId(UUID.fromString(body))));
    private final Invocation invocation = new Invocation();

    private static DynamodbEvent deletions(ConversationId... conversations) {
        var event = new DynamodbEvent();
        event.setRecords(List.of(conversations).stream()
                .map(conversation -> {
                    var record = new DynamodbStreamRecord();
                    var image = Map.of("conversation", new AttributeValue(conversation.toString()));
                    record.setDynamodb(new StreamRecord()
                            .withSequenceNumber("s-" + conversation)
                            .withNewImage(image));
                    return record;
                })
                .toList());
        return event;
    }

    private SQSEvent messages(ConversationId... conversations) {
        var event = new SQSEvent();
        event.setRecords(List.of(conversations).stream()
                .map(conversation -> {
                    var message = new SQSEvent.SQSMessage();
                    message.setMessageId("m-" + conversation);
                    message.setBody(conversation.toString());
                    return message;
                })
                .toList());
        return event;
    }

    @Test
    void everyDeletionIsPutIntoTheQueue() {
        var other = desk.supportTicket();

        var answer = new BeginPurge(PurgeFunctionsTest::job, (job, delay) -> jobs.add(job), unreadable::put)
                .handleRequest(deletions(ticket, other), invocation);

        assertThat(answer.getBatchItemFailures()).isEmpty();
        assertThat(jobs).containsExactly(PurgeJob.of(Desk.WORKSPACE, ticket), PurgeJob.of(Desk.WORKSPACE, other));
    }

    @Test
    void whenTheQueueCannotBeWrittenTheBatchComesAgainFromThereOn() {
        var other = desk.supportTicket();

        var answer = new BeginPurge(
                        PurgeFunctionsTest::job,
                        (job, delay) -> {
                            if (job.equals(PurgeJob.of(Desk.WORKSPACE, other))) {
                                throw new IllegalStateException("no queue");
                            }
                        },
                        unreadable::put)
                .handleRequest(deletions(ticket, other), invocation);

        assertThat(answer.getBatchItemFailures())
                .extracting(failure -> failure.getItemIdentifier())
                .containsExactly("s-" + other);
        assertThat(invocation.logged()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsSetAsideAndDelaysNothing() {
        var event = deletions(ticket, ticket);
        var broken = event.getRecords().getFirst().getDynamodb();
        broken.setNewImage(Map.of("conversation", new AttributeValue("no uuid")));
        broken.setKeys(Map.of("PK", new AttributeValue("W#demo#BROKEN")));

        var answer = new BeginPurge(PurgeFunctionsTest::job, (job, delay) -> jobs.add(job), unreadable::put)
                .handleRequest(event, invocation);

        assertThat(answer.getBatchItemFailures()).isEmpty();
        assertThat(jobs).containsExactly(PurgeJob.of(Desk.WORKSPACE, ticket));
        assertThat(unreadable).hasSize(1);
        assertThat(unreadable.keySet().iterator().next()).contains("W#demo#BROKEN");
    }

    @Test
    void aRecordThatCannotEvenBeSetAsideComesAgain() {
        var event = deletions(ticket);
        event.getRecords().getFirst().getDynamodb().setNewImage(Map.of("conversation", new AttributeValue("none")));
        event.getRecords().getFirst().getDynamodb().setKeys(Map.of());

        var answer = new BeginPurge(PurgeFunctionsTest::job, (job, delay) -> jobs.add(job), (record, cause) -> {
                    throw new IllegalStateException("no queue");
                })
                .handleRequest(event, invocation);

        assertThat(answer.getBatchItemFailures()).hasSize(1);
    }

    @Test
    void theWorkerTakesAwayTheMessages() {
        post();
        Desk.done(front.deletion().delete(desk.as(Desk.SAM), ticket, desk.clock.instant()));

        assertThat(worker.handleRequest(messages(ticket), invocation).getBatchItemFailures())
                .isEmpty();

        assertThat(count()).isZero();
        assertThat(jobs).as("a second look").hasSize(1);
    }

    @Test
    void aJobThatIsCutOffStaysInTheQueue() {
        post();
        Desk.done(front.deletion().delete(desk.as(Desk.SAM), ticket, desk.clock.instant()));
        desk.store.faults().failAfter(1);

        var failures = worker.handleRequest(messages(ticket), invocation).getBatchItemFailures();

        desk.store.faults().heal();
        assertThat(failures).extracting(failure -> failure.getItemIdentifier()).containsExactly("m-" + ticket);
        assertThat(jobs).isEmpty();
        assertThat(invocation.logged()).hasSize(1);
    }

    private void post() {
        var draft = new Draft("Hello", true, false, List.of());
        Desk.done(front.messages().post(desk.as(Desk.BOB), ticket, draft, desk.clock.instant()));
    }

    private int count() {
        var everybody = new MessageLog.Audience(true, null, 0);
        return desk.store
                .messages()
                .page(Desk.WORKSPACE, ticket, everybody, 1, 1)
                .total();
    }

    /** Reads images that name nothing but the conversation. */
    private static PurgeJob job(Map<String, AttributeValue> image) {
        var conversation = Objects.requireNonNull(image.get("conversation")).getS();
        return PurgeJob.of(Desk.WORKSPACE, new ConversationId(UUID.fromString(conversation)));
    }
}
