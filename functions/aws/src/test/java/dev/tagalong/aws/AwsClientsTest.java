package dev.tagalong.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.aws.StubEndpoint.Answer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Endpoints come from the environment; a system property of the SDK says the same within one process. */
@Isolated("system properties are the whole process's")
final class AwsClientsTest {
    private static final String SOCKETS = "aws.endpointUrlApiGatewayManagementApi";
    private static final String TABLES = "aws.endpointUrlDynamoDb";
    private static final int CONFLICTS = 2;

    private final CountDownLatch together = new CountDownLatch(AwsClients.MOST_REQUESTS);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    private final StubEndpoint endpoint = new StubEndpoint(this::answer);

    private Answer answer(StubEndpoint.Call call) {
        if (call.path().endsWith("slow")) {
            return new Answer(429, Map.of("x-amzn-ErrorType", "LimitExceededException"), "{}");
        }
        if (call.path().endsWith("crowd")) {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            together.countDown();
            awaitAll();
            underWay.decrementAndGet();
        }
        if (call.path().equals("/")) {
            return write();
        }
        return new Answer(200, Map.of(), "");
    }

    private Answer write() {
        var headers = Map.of("Content-Type", "application/x-amz-json-1.0");
        return writes.incrementAndGet() > CONFLICTS ? new Answer(200, headers, "{}") : new Answer(400, headers, """
                        {"__type": "com.amazonaws.dynamodb.v20120810#TransactionConflictException",
                         "message": "Transaction is ongoing for the item"}""");
    }

    private void awaitAll() {
        try {
            assertThat(together.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @BeforeEach
    void name() {
        System.setProperty(SOCKETS, endpoint.uri("/live").toString());
        System.setProperty(TABLES, endpoint.uri("/").toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty(SOCKETS);
        System.clearProperty(TABLES);
        endpoint.close();
    }

    private void post(String connection) {
        try (var client = AwsClients.sockets()) {
            client.postToConnection(request -> request.connectionId(connection).data(SdkBytes.fromUtf8String("{}")));
        }
    }

    @Test
    void pathOfTheSocketsEndpointIsKept() {
        post("open");

        assertThat(endpoint.calls()).extracting(StubEndpoint.Call::path).containsExactly("/live/@connections/open");
    }

    @Test
    void noMoreRequestsAreUnderWayThanAFunctionHasRoomFor() {
        try (var client = AwsClients.sockets();
                var posting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AwsClients.MOST_REQUESTS + 50; i++) {
                posting.execute(() -> client.postToConnection(
                        request -> request.connectionId("crowd").data(SdkBytes.fromUtf8String("{}"))));
            }
        }
        assertThat(endpoint.calls()).hasSize(AwsClients.MOST_REQUESTS + 50);
        assertThat(most).hasValue(AwsClients.MOST_REQUESTS);
    }

    @Test
    void itemThatATransactionHasInHandIsWrittenAfterwards() {
        try (var client = AwsClients.dynamoDb()) {
            client.putItem(request -> request.tableName("busy").item(Map.of("PK", AttributeValue.fromS("a"))));
        }
        assertThat(endpoint.calls()).hasSize(CONFLICTS + 1);
    }

    @Test
    void socketThatDoesNotKeepUpIsAskedOnce() {
        assertThatThrownBy(() -> post("slow")).isInstanceOf(LimitExceededException.class);

        assertThat(endpoint.calls()).hasSize(1);
    }
}
