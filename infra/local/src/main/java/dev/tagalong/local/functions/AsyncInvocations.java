package dev.tagalong.local.functions;

import dev.tagalong.local.functions.Functions.Invocation;
import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Invocations for which nobody waits on AWS, as SES's and EventBridge's: what fails is tried again as often as the template
 * says, and what still fails is put into the bucket on failure, with the whole event. Lambda waits a minute and two between the
 * tries, this a moment. Whoever calls here may wait for the outcome, so that it can be shown.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Lambda: records of
 *     asynchronous invocations</a>
 */
public final class AsyncInvocations {
    private static final int USUAL_RETRIES = 2;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH.mm.ss").withZone(ZoneOffset.UTC);

    private final Map<String, Map<String, Object>> specified;
    private final Deployment deployment;
    private final BiFunction<String, String, Invocation> functions;
    private final ObjectStore objects;
    private final Duration pause;

    AsyncInvocations(
            Template template,
            Deployment deployment,
            BiFunction<String, String, Invocation> functions,
            ObjectStore objects,
            Duration pause) {
        this.specified = template.resources("AWS::Serverless::Function");
        this.deployment = deployment;
        this.functions = functions;
        this.objects = objects;
        this.pause = pause;
    }

    /** By the template's EventInvokeConfig of each function. */
    public static AsyncInvocations of(
            Template template, Deployment deployment, Functions functions, ObjectStore objects) {
        return new AsyncInvocations(template, deployment, functions::invoke, objects, PAUSE);
    }

    /** Invokes until it succeeds or is given up; gives how the last try ended. */
    public Invocation invoke(String function, String payload) {
        var config = Template.object(specified.getOrDefault(function, Map.of()), "EventInvokeConfig");
        int tries = 1 + Template.number(config, "MaximumRetryAttempts", USUAL_RETRIES);
        var last = functions.apply(function, payload);
        for (int tried = 1; last.failed() && tried < tries; tried++) {
            LockSupport.parkNanos(pause.toNanos());
            last = functions.apply(function, payload);
        }
        if (last.failed()) {
            giveUp(function, config, payload, document(function, payload, last, tries));
        }
        return last;
    }

    private void giveUp(String function, Map<String, Object> config, String payload, Map<String, Object> document) {
        System.err.println(function + " gave up an event: " + payload);
        var onFailure = Template.object(Template.object(config, "DestinationConfig"), "OnFailure");
        var destination = onFailure.get("Destination");
        if (destination != null) {
            var arn = deployment.text(destination);
            var now = Instant.now();
            var name = SECOND.format(now) + "-" + UUID.randomUUID();
            objects.put(
                    arn.substring(arn.lastIndexOf(':') + 1),
                    String.join("/", "aws/lambda/async", function, DAY.format(now), name),
                    SdkBytes.fromUtf8String(Json.write(document)));
        }
    }

    private static Map<String, Object> document(String function, String payload, Invocation last, int tries) {
        return Json.of(
                "version",
                "1.0",
                "timestamp",
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                "requestContext",
                Json.of(
                        "requestId",
                        UUID.randomUUID().toString(),
                        "functionArn",
                        Deployment.arn("lambda", "function:" + function + ":$LATEST"),
                        "condition",
                        "RetriesExhausted",
                        "approximateInvokeCount",
                        tries),
                "requestPayload",
                Json.object(payload),
                "responseContext",
                Json.of("statusCode", 200, "executedVersion", "$LATEST", "functionError", "Unhandled"),
                "responsePayload",
                Json.object(last.payload()));
    }
}
