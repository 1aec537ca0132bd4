package dev.tagalong.aws.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.aws.StubEndpoint;
import dev.tagalong.aws.StubEndpoint.Answer;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Sockets.Delivery;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;

final class ApiGatewaySocketsTest {
    private static final Answer TAKEN = new Answer(200, Map.of(), "");
    private static final Answer GONE =
            new Answer(410, Map.of("x-amzn-ErrorType", "GoneException"), "{\"message\":\"gone\"}");
    private static final Answer LIMITED =
            new Answer(429, Map.of("x-amzn-ErrorType", "LimitExceededException"), "{\"message\":\"slow\"}");
    private static final Answer BROKEN = new Answer(500, Map.of(), "{}");

    /** What each socket answers, by the name of the connection; others take everything. */
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private final CountDownLatch bothAtOnce = new CountDownLatch(2);
    private final StubEndpoint gateway = new StubEndpoint(call -> {
        var name = call.path().substring(call.path().lastIndexOf('/') + 1);
        if (name.startsWith("together")) {
            meet();
        }
        return answers.getOrDefault(name, TAKEN);
    });
    private final ApiGatewaySockets sockets = new ApiGatewaySockets(
            ApiGatewayManagementApiClient.builder()
                    .endpointOverride(gateway.uri("/live"))
                    .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                    .httpClient(UrlConnectionHttpClient.create())
                    .build(),
            new Random(1));

    private void meet() {
        bothAtOnce.countDown();
        try {
            assertThat(bothAtOnce.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Map<ConnectionId, Delivery> post(String... names) {
        return sockets.post(
                Set.of(names).stream().map(ConnectionId::new).collect(Collectors.toSet()), "{\"type\":\"ü\"}");
    }

    @Test
    void frameGoesToTheStagesConnectionAsItIs() {
        assertThat(post("Lx2")).containsEntry(new ConnectionId("Lx2"), new Delivery.Delivered());

        assertThat(gateway.calls())
                .containsExactly(new StubEndpoint.Call("POST", "/live/@connections/Lx2", "", "{\"type\":\"ü\"}"));
    }

    @Test
    void connectionIdIsEncodedInThePath() {
        post("Lx/2=");

        assertThat(gateway.calls()).extracting(StubEndpoint.Call::path).containsExactly("/live/@connections/Lx%2F2%3D");
    }

    @Test
    void goneSocketIsToldFromTheOthers() {
        answers.put("gone", GONE);

        assertThat(post("gone", "open"))
                .containsOnly(
                        Map.entry(new ConnectionId("gone"), new Delivery.Gone()),
                        Map.entry(new ConnectionId("open"), new Delivery.Delivered()));
    }

    @Test
    void socketThatDoesNotKeepUpIsSlowAfterAFewTries() {
        answers.put("slow", LIMITED);

        assertThat(post("slow")).containsEntry(new ConnectionId("slow"), new Delivery.Slow());
        assertThat(gateway.calls()).hasSize(4);
    }

    @Test
    void callThatIsWrongIsNotTriedAgain() {
        answers.put("forbidden", new Answer(403, Map.of("x-amzn-ErrorType", "ForbiddenException"), "{}"));

        assertThat(post("forbidden").get(new ConnectionId("forbidden"))).isInstanceOf(Delivery.Failed.class);
        assertThat(gateway.calls()).hasSize(1);
    }

    @Test
    void socketsArePostedToAtOnce() {
        assertThat(post("together1", "together2"))
                .containsOnlyKeys(new ConnectionId("together1"), new ConnectionId("together2"));
    }

    @Test
    void failureOfOneKeepsNoOtherFromItsFrame() {
        answers.put("broken", BROKEN);
        var names = IntStream.range(0, 100).mapToObj(each -> "open" + each).collect(Collectors.toSet());
        names.add("broken");

        var deliveries = post(names.toArray(String[]::new));

        assertThat(deliveries.get(new ConnectionId("broken")))
                .isInstanceOfSatisfying(
                        Delivery.Failed.class,
                        failed -> assertThat(failed.cause()).isInstanceOf(ApiGatewayManagementApiException.class));
        assertThat(deliveries.values())
                .filteredOn(Delivery.Delivered.class::isInstance)
                .hasSize(100);
        assertThat(gateway.calls()).hasSize(104);
    }

    @Test
    void nobodyToPostToIsNoCall() {
        assertThat(sockets.post(Set.of(), "{}")).isEmpty();
        assertThat(gateway.calls()).isEmpty();
    }

    @Test
    void closingIsADeleteAndAGoneSocketIsClosed() {
        answers.put("gone", GONE);

        sockets.close(new ConnectionId("open"));
        sockets.close(new ConnectionId("gone"));

        assertThat(gateway.calls()).extracting(StubEndpoint.Call::method).containsExactly("DELETE", "DELETE");
    }

    @Test
    void closingIsTriedAFewTimesAndThenFails() {
        answers.put("busy", LIMITED);

        assertThatThrownBy(() -> sockets.close(new ConnectionId("busy"))).isInstanceOf(LimitExceededException.class);
        assertThat(gateway.calls()).hasSize(4);
    }
}
