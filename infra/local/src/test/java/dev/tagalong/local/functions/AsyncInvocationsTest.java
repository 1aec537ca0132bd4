package dev.tagalong.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.functions.Functions.Invocation;
import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncInvocationsTest {
    private static final Invocation FAILED = new Invocation("{\"errorMessage\":\"away\",\"errorType\":\"Away\"}", true);
    private static final Invocation DONE = new Invocation("\"recorded\"", false);

    private final Deque<Invocation> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final ObjectStore objects = ObjectStore.open(null);
    private AsyncInvocations functions;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("template.yaml"), """
                Resources:
                  Kept:
                    Type: AWS::Serverless::Function
                    Properties:
                      EventInvokeConfig:
                        MaximumRetryAttempts: 2
                        DestinationConfig: {OnFailure: {Type: S3Bucket, Destination: !GetAtt FailureBucket.Arn}}
                  Dropped: {Type: AWS::Serverless::Function, Properties: {}}
                """);
        var template = Template.read(file);
        var deployment = new Deployment(template.parameters());
        deployment.place("FailureBucket.Arn", Deployment.bucketArn("FailureBucket"));
        functions = new AsyncInvocations(
                template,
                deployment,
                (function, payload) -> {
                    asked.add(function + " " + payload);
                    return answers.pop();
                },
                objects,
                Duration.ZERO);
    }

    private void answers(Invocation... all) {
        answers.addAll(List.of(all));
    }

    @Test
    void whatSucceedsIsInvokedOnce() {
        answers(DONE);

        assertThat(functions.invoke("Kept", "{}")).isEqualTo(DONE);
        assertThat(asked).containsExactly("Kept {}");
    }

    @Test
    void whatFailsTwiceMaySucceedThen() {
        answers(FAILED, FAILED, DONE);

        assertThat(functions.invoke("Kept", "{}")).isEqualTo(DONE);
        assertThat(objects.keys("failurebucket", "")).isEmpty();
    }

    @Test
    void whatFailsThreeTimesIsKeptWithItsEventAndItsCause() {
        answers(FAILED, FAILED, FAILED);

        assertThat(functions.invoke("Kept", "{\"a\":1}")).isEqualTo(FAILED);
        assertThat(asked).hasSize(3);
        var name = objects.keys("failurebucket", "aws/lambda/async/Kept/").getFirst();
        assertThat(name)
                .matches("aws/lambda/async/Kept/\\d{4}/\\d\\d/\\d\\d/\\d{4}-\\d\\d-\\d\\dT\\d\\d[.]\\d\\d[.]\\d\\d-.+");
        var kept = Json.object(objects.get("failurebucket", name).orElseThrow().asString(StandardCharsets.UTF_8));
        assertThat(kept).containsEntry("requestPayload", Json.of("a", 1));
        assertThat(Json.write(kept))
                .contains(":function:Kept:$LATEST", "\"approximateInvokeCount\":3", "\"errorMessage\":\"away\"");
    }

    @Test
    void withoutADestinationItIsDropped() {
        answers(FAILED, FAILED, FAILED);

        functions.invoke("Dropped", "{}");

        assertThat(asked).hasSize(3);
        assertThat(objects.keys("failurebucket", "")).isEmpty();
    }
}
