package dev.tagalong.handlers.purge;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Draft;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.purge.Purge;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import dev.tagalong.handlers.stream.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PurgeFunctionsTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final ConversationId ticket = desk.supportTicket();
    private final List<PurgeJob> jobs = new ArrayList<>();
    private final Purge purge =
            new Purge(desk.store.records(), desk.store.remains(), desk.store.verdicts(), (job, delay) -> jobs.add(job));
    private final PurgeConversation worker = new PurgeConversation(
            purge, body -> PurgeJob.of(Desk.WORKSPACE, new ConversationId(UUID.fromString(body))));
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

        var answer = new BeginPurge(new Images(), (job, delay) -> jobs.add(job))
                .handleRequest(deletions(ticket, other), invocation);

        assertThat(answer.getBatchItemFailures()).isEmpty();
        assertThat(jobs).containsExactly(PurgeJob.of(Desk.WORKSPACE, ticket), PurgeJob.of(Desk.WORKSPACE, other));
    }

    @Test
    void whenTheQueueCannotBeWrittenTheBatchComesAgainFromThereOn() {
        var other = desk.supportTicket();

        var answer = new BeginPurge(new Images(), (job, delay) -> {
                    if (job.conversation().equals(other)) {
                        throw new IllegalStateException("no queue");
                    }
                })
                .handleRequest(deletions(ticket, other), invocation);

        assertThat(answer.getBatchItemFailures())
                .extracting(failure -> failure.getItemIdentifier())
                .containsExactly("s-" + other);
        assertThat(invocation.logged()).hasSize(1);
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
        var everybody = new MessageLog.Audience(true, null);
        return desk.store
                .messages()
                .page(Desk.WORKSPACE, ticket, everybody, 1, 1)
                .total();
    }

    /** Reads images that name nothing but the conversation. */
    private static final class Images implements Outbox {
        @Override
        public Activity read(Map<String, AttributeValue> image) {
            var conversation = new ConversationId(UUID.fromString(
                    Objects.requireNonNull(image.get("conversation")).getS()));
            var event = EventId.parse("0198c1a4-5c1e-7abc-8def-0123456789ab");
            return new Activity(
                    event,
                    Desk.WORKSPACE,
                    conversation,
                    ActivityType.CONVERSATION_DELETED,
                    Desk.SAM,
                    null,
                    null,
                    Map.of(),
                    Instant.EPOCH);
        }

        @Override
        public void setAside(Activity activity, String cause) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setAside(String record, String cause) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Activity> find(String record) {
            throw new UnsupportedOperationException();
        }
    }
}
