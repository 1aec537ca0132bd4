package dev.tagalong.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which invocations a batch leads to, as Lambda documents it for streams. */
final class DeliveryTest {
    private static final int RETRIES = 2;
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> invoked = new ArrayList<>();
    private final List<String> discarded = new ArrayList<>();

    private static Map<String, Object> record(int number, Instant at) {
        return Map.of(
                "dynamodb",
                Map.of("SequenceNumber", Integer.toString(number), "ApproximateCreationDateTime", at.getEpochSecond()));
    }

    private static List<Map<String, Object>> records(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> record(number, Instant.now()))
                .toList();
    }

    private static String numbers(List<Map<String, Object>> records) {
        return String.join(" ", records.stream().map(StreamRecords::sequence).toList());
    }

    private void deliver(
            List<Map<String, Object>> records, RetryPolicy policy, ToIntFunction<List<Map<String, Object>>> function) {
        new Delivery(
                        policy,
                        batch -> {
                            invoked.add(numbers(batch));
                            return function.applyAsInt(batch);
                        },
                        (given, why) -> discarded.add(numbers(given) + " " + why),
                        () -> true)
                .deliver(records);
    }

    private static boolean has(List<Map<String, Object>> batch, int number) {
        return batch.stream().anyMatch(record -> StreamRecords.sequence(record).equals(Integer.toString(number)));
    }

    private static int throwsAtThree(List<Map<String, Object>> batch) {
        return has(batch, 3) ? 0 : batch.size();
    }

    private static int reportsThree(List<Map<String, Object>> batch) {
        var numbers = batch.stream().map(StreamRecords::sequence).toList();
        return numbers.contains("3") ? numbers.indexOf("3") : batch.size();
    }

    @Test
    void aBatchThatFailsIsSplitUntilTheOneRecordIsAloneAndSplittingIsNoRetry() {
        deliver(records(8), new RetryPolicy(true, RETRIES, HOUR), DeliveryTest::throwsAtThree);

        assertThat(invoked).containsExactly("1 2 3 4 5 6 7 8", "1 2 3 4", "1 2", "3 4", "3", "3", "3", "4", "5 6 7 8");
        assertThat(discarded).containsExactly("3 RetryAttemptsExhausted");
    }

    @Test
    void whatIsReportedAsHandledIsNotInvokedAgain() {
        deliver(records(8), new RetryPolicy(true, RETRIES, HOUR), DeliveryTest::reportsThree);

        assertThat(invoked).containsExactly("1 2 3 4 5 6 7 8", "3 4 5 6 7 8", "3 4 5", "3", "3", "3", "4 5", "6 7 8");
        assertThat(discarded).containsExactly("3 RetryAttemptsExhausted");
    }

    @Test
    void withoutSplittingTheWholeBatchIsTriedAgainAndDiscarded() {
        deliver(records(8), new RetryPolicy(false, RETRIES, HOUR), DeliveryTest::throwsAtThree);

        assertThat(invoked).hasSize(1 + RETRIES).containsOnly("1 2 3 4 5 6 7 8");
        assertThat(discarded).containsExactly("1 2 3 4 5 6 7 8 RetryAttemptsExhausted");
    }

    @Test
    void whatPassesAtLastIsNotDiscarded() {
        deliver(records(2), new RetryPolicy(false, RETRIES, HOUR), batch -> invoked.size() > RETRIES ? 2 : 0);

        assertThat(invoked).hasSize(1 + RETRIES);
        assertThat(discarded).isEmpty();
    }

    @Test
    void whatIsTooOldIsDiscardedUnseen() {
        var old = record(1, Instant.now().minus(HOUR.multipliedBy(2)));
        deliver(
                List.of(old, record(2, Instant.now())),
                new RetryPolicy(true, RETRIES, HOUR),
                DeliveryTest::throwsAtThree);

        assertThat(invoked).containsExactly("2");
        assertThat(discarded).containsExactly("1 RecordAgeExceeded");
    }

    @Test
    void withoutLimitsItIsTriedUntilItPasses() {
        var forever = RetryPolicy.of(Map.of());
        var old = record(1, Instant.EPOCH);
        deliver(List.of(old), forever, batch -> invoked.size() > 5 ? 1 : 0);

        assertThat(invoked).hasSize(6);
        assertThat(discarded).isEmpty();
    }
}
