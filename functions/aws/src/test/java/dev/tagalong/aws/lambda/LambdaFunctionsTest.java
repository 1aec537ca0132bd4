package dev.tagalong.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.aws.StubEndpoint;
import dev.tagalong.aws.StubEndpoint.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

final class LambdaFunctionsTest {
    private static final String FAN_OUT = "arn:aws:lambda:eu-central-1:000000000000:function:FanOut:live";

    private final AtomicReference<Answer> answer = new AtomicReference<>();
    private final StubEndpoint endpoint = new StubEndpoint(call -> answer.get());
    private final LambdaFunctions functions = new LambdaFunctions(LambdaClient.builder()
            .endpointOverride(endpoint.uri(""))
            .httpClient(UrlConnectionHttpClient.create())
            .build());

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void theEventGoesToTheFunctionAndItsAnswerComesBack() {
        answer.set(new Answer(200, Map.of(), "{\"batchItemFailures\":[]}"));

        assertThat(functions.invoke(FAN_OUT, "{\"Records\":[]}")).isEqualTo("{\"batchItemFailures\":[]}");
        var call = endpoint.calls().getFirst();
        assertThat(URLDecoder.decode(call.path(), StandardCharsets.UTF_8))
                .isEqualTo("/2015-03-31/functions/" + FAN_OUT + "/invocations");
        assertThat(call.body()).isEqualTo("{\"Records\":[]}");
    }

    @Test
    void whatTheFunctionThrewIsThrown() {
        answer.set(new Answer(200, Map.of("X-Amz-Function-Error", "Unhandled"), "{\"errorMessage\":\"no\"}"));

        assertThatThrownBy(() -> functions.invoke(FAN_OUT, "{}")).hasMessageContaining("failed");
    }
}
