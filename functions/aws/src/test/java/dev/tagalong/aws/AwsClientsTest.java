package dev.tagalong.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.aws.StubEndpoint.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;

/** Endpoints come from the environment; a system property of the SDK says the same within one process. */
@Isolated("system properties are the whole process's")
final class AwsClientsTest {
    private static final String SOCKETS = "aws.endpointUrlApiGatewayManagementApi";

    private final StubEndpoint endpoint = new StubEndpoint(call -> call.path().endsWith("slow")
            ? new Answer(429, Map.of("x-amzn-ErrorType", "LimitExceededException"), "{}")
            : new Answer(200, Map.of(), ""));

    @BeforeEach
    void name() {
        System.setProperty(SOCKETS, endpoint.uri("/live").toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty(SOCKETS);
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
    void socketThatDoesNotKeepUpIsAskedOnce() {
        assertThatThrownBy(() -> post("slow")).isInstanceOf(LimitExceededException.class);

        assertThat(endpoint.calls()).hasSize(1);
    }
}
