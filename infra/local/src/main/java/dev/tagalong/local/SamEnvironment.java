package dev.tagalong.local;

import dev.tagalong.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment of the functions in the form that sam local invoke reads with --env-vars. It sets only variables that the
 * template declares, so endpoints that the template leaves to the SDK become system properties of the SDK.
 *
 * @see <a href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-local-invoke.html">sam
 *     local invoke</a>
 */
record SamEnvironment(Map<String, String> environment) {
    private static final Map<String, String> PROPERTIES = Map.of(
            "AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrlDynamoDb",
            "AWS_ENDPOINT_URL_LAMBDA", "aws.endpointUrlLambda",
            "AWS_ENDPOINT_URL_S3", "aws.endpointUrlS3",
            "AWS_ENDPOINT_URL_SES", "aws.endpointUrlSes",
            "AWS_ENDPOINT_URL_SQS", "aws.endpointUrlSqs");

    SamEnvironment {
        environment = Map.copyOf(environment);
    }

    /** Writes env.json into that folder. */
    void write(Path folder) {
        var declared = new TreeMap<String, Object>(environment);
        var options = new StringBuilder(environment.getOrDefault("JAVA_TOOL_OPTIONS", ""));
        new TreeMap<>(PROPERTIES)
                .forEach((variable, property) ->
                        options.append(" -D").append(property).append('=').append(declared.remove(variable)));
        declared.keySet()
                .removeIf(name -> name.startsWith("AWS_") && !name.equals("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI"));
        declared.put("JAVA_TOOL_OPTIONS", options.toString());
        try {
            Files.writeString(folder.resolve("env.json"), Json.write(Map.of("Parameters", declared)) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
