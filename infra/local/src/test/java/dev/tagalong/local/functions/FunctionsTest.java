package dev.tagalong.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Options;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Policies;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of these tests, in a process as the runner starts it. */
class FunctionsTest {
    @Test
    void whoTakesLongerThanTheTemplateAllowsIsEndedAndNobodyElse(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("template.yaml"), """
                Globals:
                  Function: {CodeUri: %s, Timeout: 20}
                Resources:
                  Patient:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: dev.tagalong.local.functions.Sleeper::handleRequest}
                  Hasty:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: dev.tagalong.local.functions.Sleeper::handleRequest, Timeout: 1}
                """.formatted(
                        Path.of("target/test-classes").toAbsolutePath()));
        var template = Template.read(file);
        var policies = new Policies(template, new Deployment(template.parameters()));
        try (var functions = Functions.start(template.functions(), policies, Map.of(), Options.standard())) {
            var late = functions.invoke("Hasty", "{\"sleep\":true}");
            assertThat(late.failed()).isTrue();
            assertThat(Json.object(late.payload()))
                    .containsEntry("errorType", "Sandbox.Timedout")
                    .extractingByKey("errorMessage", InstanceOfAssertFactories.STRING)
                    .matches("RequestId: [0-9a-f-]{36} Error: Task timed out after 1.00 seconds");

            var soon = functions.invoke("Hasty", "{}");
            assertThat(soon.failed()).isFalse();
            assertThat(left(soon)).isBetween(0, 1000);
            assertThat(left(functions.invoke("Patient", "{}"))).isBetween(10_000, 20_000);
        }
    }

    private static int left(Functions.Invocation invocation) {
        return (Integer) Json.object(invocation.payload()).getOrDefault("left", -1);
    }
}
