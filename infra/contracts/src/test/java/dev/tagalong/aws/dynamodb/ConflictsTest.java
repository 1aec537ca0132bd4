package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What AWS does and DynamoDB Local never does: transactions that conflict, tables that throttle, batches half read. */
final class ConflictsTest {
    private final List<Integer> pauses = new ArrayList<>();
    private final Trouble trouble = new Trouble();
    private final StoredWorkspace workspace =
            new StoredWorkspace(LocalDynamoDb.client(List.of(trouble)), LocalDynamoDb.TABLE);
    private final Table table = new Table(LocalDynamoDb.client(List.of(trouble)), LocalDynamoDb.TABLE, tried -> {
        pauses.add(tried);
        workspace.clock.advance(Duration.ofMillis(250));
    });
    private final DynamoLedger ledger = new DynamoLedger(table, workspace.clock, workspace.ids);

    private ConversationId counted = new ConversationId(new UUID(0, 0));

    private Commit count() {
        counted = workspace.conversation(1).id();
        trouble.armed = true;
        return ledger.commit(workspace.id, List.of(new Write.CountParticipant(counted, 1, 100, Assignment.NOBODY)));
    }

    @Test
    void conflictThatPassesIsNeverSeen() {
        trouble.times = 3;
        trouble.failure = () -> canceled("TransactionConflict");

        assertThat(count()).isEqualTo(new Commit.Committed());
        assertThat(pauses).containsExactly(1, 2, 3);
    }

    @Test
    void conflictOfThreeSecondsIsBusy() {
        trouble.times = Integer.MAX_VALUE;
        trouble.failure = () -> canceled("TransactionConflict");

        assertThat(count()).isEqualTo(new Commit.Busy(Duration.ofSeconds(1)));
        assertThat(pauses).hasSize(12);
    }

    @Test
    void throttledTransactionIsTriedAgain() {
        trouble.times = 1;
        trouble.failure = () -> canceled("ThrottlingError");

        assertThat(count()).isEqualTo(new Commit.Committed());
    }

    @Test
    void throttledTableIsTriedAgain() {
        trouble.times = 1;
        trouble.failure = ConflictsTest::throttled;

        assertThat(count()).isEqualTo(new Commit.Committed());
    }

    @Test
    void transactionInProgressIsTriedAgain() {
        trouble.times = 1;
        trouble.failure = () -> TransactionInProgressException.builder().build();

        assertThat(count()).isEqualTo(new Commit.Committed());
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void transactionWhoseAnswerWasLostCountsOnce(DynamoDbException failure) {
        trouble.times = 2;
        trouble.late = true;
        trouble.failure = () -> failure;

        assertThat(count()).isEqualTo(new Commit.Committed());
        assertThat(pauses).containsExactly(1, 2);
        assertThat(workspace.stored(counted).participantCount()).isEqualTo(1);
    }

    static Stream<DynamoDbException> undecided() {
        return Stream.of(TransactionInProgressException.builder().build(), throttled());
    }

    @Test
    void transactionThatIsStillInProgressIsNotSaidToBeRefused() {
        trouble.times = Integer.MAX_VALUE;
        trouble.failure = () -> TransactionInProgressException.builder().build();

        assertThatThrownBy(this::count).isInstanceOf(TransactionInProgressException.class);
        assertThat(pauses).hasSize(12);
    }

    @Test
    void cancelledTransactionIsFollowedByAnother() {
        trouble.times = 2;

        assertThat(count()).isEqualTo(new Commit.Committed());
        assertThat(trouble.tokens).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void failedConditionIsAnsweredAtOnceThoughOthersConflict() {
        trouble.times = 1;
        trouble.failure = () -> canceled("ConditionalCheckFailed", "TransactionConflict");

        assertThat(count()).isEqualTo(new Commit.Stale());
        assertThat(pauses).isEmpty();
    }

    @Test
    void anythingElseIsThrown() {
        trouble.times = 1;
        trouble.failure = () -> canceled("ValidationError");

        assertThatThrownBy(this::count).isInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void conflictLeavesNothingHalfWritten() {
        var conversation = workspace.conversation(1).id();
        var membership = workspace.following(conversation, 42);
        trouble.armed = true;
        trouble.times = Integer.MAX_VALUE;
        trouble.failure = () -> canceled("TransactionConflict");

        ledger.commit(
                workspace.id,
                List.of(
                        new Write.SaveMembership(null, membership),
                        new Write.CountParticipant(conversation, 1, 100, Assignment.NOBODY),
                        new Write.RecordActivity(workspace.activity(
                                membership.lastActivity(), conversation, ActivityType.FOLLOWED, 42))));

        assertThat(new DynamoParticipants(table).of(workspace.id, conversation)).isEmpty();
        assertThat(workspace.stored(conversation).participantCount()).isZero();
    }

    @Test
    void halfReadBatchIsReadToItsEnd() {
        var first = workspace.conversation(1).id();
        var second = workspace.conversation(2).id();
        trouble.unread = List.of(Keys.meta(workspace.id, second).attributes());

        var found = new DynamoRecords(table)
                .read(Lookup.in(workspace.id).conversation(first).conversation(second));

        assertThat(found.conversations()).containsOnlyKeys(first, second);
        assertThat(pauses).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void socketLooksAtOneConversationThoughAnAnswerWasLost(int call) {
        var connections = new DynamoConnections(table, workspace.clock);
        var end = workspace.clock.instant().plusSeconds(600);
        var socket = new Connection(new ConnectionId("lost-" + call), new UserId(42), end);
        var first = workspace.conversation(1).id();
        var second = workspace.conversation(2).id();
        connections.open(workspace.id, socket);
        connections.view(workspace.id, socket, first);

        trouble.losing = call;
        var changed = connections.view(workspace.id, socket, second);

        assertThat(trouble.losing).as("an answer was lost").isZero();
        assertThat(changed).contains(Set.of(first, second));
        assertThat(connections.viewers(workspace.id, first)).isEmpty();
        assertThat(connections.viewers(workspace.id, second)).containsExactly(socket);
    }

    private static DynamoDbException throttled() {
        return ProvisionedThroughputExceededException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .build())
                .build();
    }

    private static DynamoDbException canceled(String... codes) {
        return TransactionCanceledException.builder()
                .cancellationReasons(List.of(codes).stream()
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }

    /** Fails transactions, before or after they are carried out, and has the first batch leave keys unread, as a table under load does. */
    private static final class Trouble implements ExecutionInterceptor {
        private final List<String> tokens = new ArrayList<>();
        private boolean armed;
        private boolean late;
        /** Which of the next calls has its answer lost, so that the SDK asks again; 0 for none. */
        private int losing;

        private int times;
        private Supplier<DynamoDbException> failure = () -> canceled("TransactionConflict");
        private List<Map<String, AttributeValue>> unread = List.of();

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (armed && context.request() instanceof TransactWriteItemsRequest transaction) {
                tokens.add(transaction.clientRequestToken());
                fail(false);
            }
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (armed && context.request() instanceof TransactWriteItemsRequest) {
                fail(true);
            }
        }

        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
            if (losing > 0 && --losing == 0) {
                throw RetryableException.create("the connection broke");
            }
        }

        private void fail(boolean carriedOut) {
            if (late == carriedOut && times > 0) {
                times--;
                throw failure.get();
            }
        }

        @Override
        public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
            if (context.response() instanceof BatchGetItemResponse batch && !unread.isEmpty()) {
                var keys = unread;
                var read = batch.responses().getOrDefault(LocalDynamoDb.TABLE, List.of()).stream()
                        .filter(item -> !keys.contains(Keys.Key.of(item).attributes()))
                        .toList();
                var left = KeysAndAttributes.builder().keys(keys).build();
                var half = batch.toBuilder()
                        .responses(Map.of(LocalDynamoDb.TABLE, read))
                        .unprocessedKeys(Map.of(LocalDynamoDb.TABLE, left))
                        .build();
                unread = List.of();
                return half;
            }
            return context.response();
        }
    }
}
