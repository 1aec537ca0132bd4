package dev.tagalong.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.wire.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DiscardsTest {
    private final ObjectStore objects = ObjectStore.open(null);

    private void keep(Map<String, Object> properties) {
        var record = Map.<String, Object>of(
                "dynamodb", Map.of("SequenceNumber", "700", "ApproximateCreationDateTime", 1_700_000_000L));
        var trigger =
                new StreamMapping.Trigger("FanOut", "arn:lambda:function:FanOut:live", properties, Faults.none(), null);
        new Discards(objects, trigger, "arn:stream").keep("shardId-1", List.of(record), "RetryAttemptsExhausted");
    }

    @Test
    void theWholeEventLiesInTheBucketUnderTheShardAndTheDay() {
        keep(Map.of(
                "DestinationConfig",
                Map.of("OnFailure", Map.of("Destination", Map.of("Fn::GetAtt", List.of("FailureBucket", "Arn"))))));

        var keys = objects.keys("failurebucket", "aws/lambda/");
        assertThat(keys)
                .singleElement()
                .asString()
                .matches("aws/lambda/[-0-9a-f]{36}/shardId-1/\\d{4}/\\d\\d/\\d\\d/.*");
        var kept = Json.object(
                objects.get("failurebucket", keys.getFirst()).orElseThrow().asUtf8String());
        assertThat(Json.write(kept))
                .contains(
                        "RetryAttemptsExhausted",
                        "\"startSequenceNumber\":\"700\"",
                        "\"functionArn\":\"arn:lambda:function:FanOut:live\"");
        assertThat(Json.object(String.valueOf(kept.get("payload")))).containsOnlyKeys("Records");
    }

    @Test
    void withoutABucketNothingIsKept() {
        keep(Map.of());

        assertThat(objects.keys("failurebucket", "")).isEmpty();
    }
}
