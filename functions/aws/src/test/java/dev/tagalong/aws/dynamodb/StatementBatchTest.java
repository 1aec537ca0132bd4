package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.aws.StubEndpoint;
import dev.tagalong.aws.StubEndpoint.Answer;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What becomes of single rows of a batch, which DynamoDB Local never refuses. */
final class StatementBatchTest {
    private static final String DONE = "{}";
    private static final String THROTTLED = refusal("ThrottlingError");

    private final Queue<String> answers = new ArrayDeque<>();
    private final AtomicInteger pauses = new AtomicInteger();
    private final StubEndpoint endpoint = new StubEndpoint(call -> new Answer(200, Map.of(), answers.remove()));
    private final Table table = new Table(
            DynamoDbClient.builder()
                    .endpointOverride(endpoint.uri("/"))
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .httpClient(UrlConnectionHttpClient.create())
                    .build(),
            "table",
            tried -> pauses.incrementAndGet());

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private static String refusal(String code) {
        return "{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"so\"}}";
    }

    private void answers(String... statements) {
        answers.add("{\"Responses\":[" + String.join(",", statements) + "]}");
    }

    private Map<Integer, RuntimeException> inserting(int count) {
        var item = Map.of("PK", AttributeValue.fromS("W#demo"));
        return StatementBatch.run(table, Collections.nCopies(count, StatementBatch.insertion(table.name(), item)));
    }

    @Test
    void whatIsDoneAlreadyIsWellAndWhatIsWrongIsNotTriedAgain() {
        answers(DONE, refusal("DuplicateItem"), refusal("ValidationError"), refusal("ConditionalCheckFailed"));

        assertThat(inserting(4)).containsOnlyKeys(2);
        assertThat(endpoint.calls()).hasSize(1);
    }

    @Test
    void onlyWhatWasThrottledIsTriedAgain() {
        answers(THROTTLED, DONE, THROTTLED);
        answers(DONE, refusal("DuplicateItem"));

        assertThat(inserting(3)).isEmpty();
        assertThat(pauses).hasValue(1);
        assertThat(endpoint.calls().getLast().body().split("INSERT INTO", -1)).hasSize(3);
    }

    @Test
    void whatStaysThrottledIsRefusedWithItsCause() {
        for (int tried = 0; tried < 4; tried++) {
            answers(THROTTLED);
        }

        assertThat(inserting(1).get(0)).hasMessage("ThrottlingError: so");
        assertThat(endpoint.calls()).hasSize(4);
    }

    @Test
    void aRowThatCannotBeMarkedIsNotPassedOver() {
        var event = EventId.parse("0198c1a4-5c1e-7abc-8def-0123456789ab");
        var now = Instant.EPOCH;
        var bob = new UserId(42);
        var ticket = new ConversationId(new UUID(0, 1));
        var row = new Notification(
                event, bob, ticket, Kind.REPLY, Reason.FOLLOWER, new UserId(17), event, now, now, null, null);
        var rows = new DynamoInboxRows(table, () -> now);
        answers(refusal("AccessDenied"));

        assertThatThrownBy(() -> rows.markAllRead(new WorkspaceId("demo"), bob, List.of(row), now))
                .hasMessage("AccessDenied: so");
    }
}
