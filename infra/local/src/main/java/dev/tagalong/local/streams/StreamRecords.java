package dev.tagalong.local.streams;

import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Stream records as Lambda hands them to a function. */
final class StreamRecords {
    /** Sequence numbers of a shard, the older before the newer. They are decimal, of up to 40 digits. */
    static final Comparator<String> BY_SEQUENCE = Comparator.comparing(BigInteger::new);

    private StreamRecords() {}

    static Map<String, Object> of(Record record, String streamArn) {
        var data = record.dynamodb();
        boolean expired = record.eventNameAsString().equals("EXPIRE");
        return Json.of(
                "eventID",
                record.eventID(),
                "eventName",
                expired ? "REMOVE" : record.eventNameAsString(),
                "eventVersion",
                "1.1",
                "eventSource",
                "aws:dynamodb",
                "awsRegion",
                Deployment.REGION,
                "dynamodb",
                Json.of(
                        "ApproximateCreationDateTime",
                                data.approximateCreationDateTime().getEpochSecond(),
                        "Keys", values(data.keys()),
                        "NewImage", data.hasNewImage() ? values(data.newImage()) : null,
                        "OldImage", data.hasOldImage() ? values(data.oldImage()) : null,
                        "SequenceNumber", data.sequenceNumber(),
                        "SizeBytes", data.sizeBytes(),
                        "StreamViewType", data.streamViewTypeAsString()),
                "userIdentity",
                expired ? Json.of("type", "Service", "principalId", "dynamodb.amazonaws.com") : null,
                "eventSourceARN",
                streamArn);
    }

    private static Map<String, Object> values(Map<String, AttributeValue> attributes) {
        var values = new HashMap<String, Object>();
        attributes.forEach((name, value) -> values.put(name, value(value)));
        return values;
    }

    private static Map<String, Object> value(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case NUL -> Map.of("NULL", true);
            case B -> Map.of("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
            case SS -> Map.of("SS", value.ss());
            case NS -> Map.of("NS", value.ns());
            case L -> Map.of("L", value.l().stream().map(StreamRecords::value).toList());
            case M -> Map.of("M", values(value.m()));
            // The SDK does not know the type of an empty map or list.
            default -> value.hasL() ? Map.of("L", List.of()) : Map.of("M", Map.of());
        };
    }

    /** The sequence number of a record, which says where it stands. */
    static String sequence(Map<String, Object> record) {
        return record.get("dynamodb") instanceof Map<?, ?> data ? text(data.get("SequenceNumber")) : "";
    }

    /** The key of the item that a record tells of. */
    static Object keys(Map<String, Object> record) {
        return Template.object(Template.object(record, "dynamodb"), "Keys");
    }

    /** When what a record tells was written, to the second. */
    static Instant createdAt(Map<String, Object> record) {
        return record.get("dynamodb") instanceof Map<?, ?> data
                        && data.get("ApproximateCreationDateTime") instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : Instant.EPOCH;
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
