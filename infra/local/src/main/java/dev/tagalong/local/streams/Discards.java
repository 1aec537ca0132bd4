package dev.tagalong.local.streams;

import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Puts the records that a mapping gives up into its bucket on failure, with the event that would have been sent, as Lambda
 * does. Without such a bucket they are dropped, as there.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">Lambda: discarded records</a>
 */
final class Discards {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH.mm.ss").withZone(ZoneOffset.UTC);

    private final ObjectStore objects;
    private final String function;
    private final String functionArn;
    private final String streamArn;
    private final @Nullable String bucket;
    private final UUID mapping;

    Discards(ObjectStore objects, StreamMapping.Trigger trigger, String streamArn) {
        this.objects = objects;
        this.function = trigger.function();
        this.functionArn = trigger.arn();
        this.streamArn = streamArn;
        this.mapping = UUID.nameUUIDFromBytes(SdkBytes.fromUtf8String(function).asByteArray());
        var onFailure = Template.object(Template.object(trigger.properties(), "DestinationConfig"), "OnFailure");
        this.bucket = onFailure.isEmpty()
                ? null
                : Deployment.bucket(
                        String.valueOf(Template.list(Template.object(onFailure, "Destination"), "Fn::GetAtt")
                                .getFirst()));
    }

    void keep(String shard, List<Map<String, Object>> records, String why) {
        System.err.println(function + ": " + records.size() + " records of " + shard + " are discarded: " + why);
        if (bucket != null) {
            var now = Instant.now();
            var name = SECOND.format(now) + "-" + UUID.randomUUID();
            var key = String.join("/", "aws/lambda", mapping.toString(), shard, DAY.format(now), name);
            objects.put(bucket, key, SdkBytes.fromUtf8String(Json.write(document(shard, records, why, now))));
        }
    }

    private Map<String, Object> document(String shard, List<Map<String, Object>> records, String why, Instant now) {
        return Json.of(
                "requestContext",
                Json.of(
                        "requestId",
                        UUID.randomUUID().toString(),
                        "functionArn",
                        functionArn,
                        "condition",
                        why,
                        "approximateInvokeCount",
                        1),
                "responseContext",
                Json.of("statusCode", 200, "executedVersion", "$LATEST", "functionError", "Unhandled"),
                "version",
                "1.0",
                "timestamp",
                now.truncatedTo(ChronoUnit.MILLIS).toString(),
                "DDBStreamBatchInfo",
                Json.of(
                        "shardId",
                        shard,
                        "startSequenceNumber",
                        StreamRecords.sequence(records.getFirst()),
                        "endSequenceNumber",
                        StreamRecords.sequence(records.getLast()),
                        "approximateArrivalOfFirstRecord",
                        StreamRecords.createdAt(records.getFirst()).toString(),
                        "approximateArrivalOfLastRecord",
                        StreamRecords.createdAt(records.getLast()).toString(),
                        "batchSize",
                        records.size(),
                        "streamArn",
                        streamArn),
                "payload",
                Json.write(Json.of("Records", records)));
    }
}
