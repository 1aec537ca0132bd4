package dev.tagalong.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.functions.Handlers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample survives AWS's own serialization, but for the fields that AWS's event classes do not have. */
class RoundTripTest {
    /** By function, the fields for which AWS's library has no place. No handler can read them. */
    private static final Map<String, Set<String>> DROPPED_BY_AWS = Map.of(
            "AuthorizeSocket",
            Set.of(
                    "multiValueHeaders",
                    "multiValueQueryStringParameters",
                    "requestContext.connectedAt",
                    "requestContext.connectionId",
                    "requestContext.domainName",
                    "requestContext.eventType",
                    "requestContext.extendedRequestId",
                    "requestContext.messageDirection",
                    "requestContext.requestTime",
                    "requestContext.requestTimeEpoch",
                    "requestContext.routeKey"),
            "DisconnectSocket",
            Set.of("requestContext.disconnectReason", "requestContext.disconnectStatusCode"));

    private static Set<String> allowed(String function) {
        return DROPPED_BY_AWS.getOrDefault(function, Set.of());
    }

    /** What is lost of an event on its way through the serialization of a handler's events. */
    private static Set<String> losses(Class<?> handler, String event) {
        var serializer = Handlers.events(handler);
        var back = new ByteArrayOutputStream();
        serializer.toJson(serializer.fromJson(event), back);
        var losses = new TreeSet<String>();
        compare("", Trees.read(event), Trees.read(back.toString(StandardCharsets.UTF_8)), losses);
        return losses;
    }

    private static void compare(String path, @Nullable Object before, @Nullable Object after, Set<String> losses) {
        if (before instanceof Map<?, ?> fields && after instanceof Map<?, ?> others) {
            fields.forEach((name, field) ->
                    compare(path.isEmpty() ? "" + name : path + "." + name, field, others.get(name), losses));
        } else if (before instanceof List<?> items
                && after instanceof List<?> others
                && items.size() == others.size()) {
            for (int at = 0; at < items.size(); at++) {
                compare(path, items.get(at), others.get(at), losses);
            }
        } else if (!Objects.equals(text(before), text(after))) {
            losses.add(path);
        }
    }

    /** Numbers are equal however they are written: 1795248000 and 1.795248E9. */
    private static String text(@Nullable Object value) {
        return value instanceof Number number ? Double.toString(number.doubleValue()) : Trees.compact(value);
    }

    @ParameterizedTest
    @MethodSource("dev.tagalong.checks.events.SampleFile#all")
    void aSampleComesBackWhole(SampleFile sample) {
        assertThat(losses(sample.handler(), sample.text())).isSubsetOf(allowed(sample.function()));
    }

    @Test
    void whatIsAllowedToBeLostIsLostIndeed() {
        var lost = new TreeMap<String, Set<String>>();
        SampleFile.all().forEach(sample -> {
            var losses = losses(sample.handler(), sample.text());
            if (!losses.isEmpty()) {
                lost.computeIfAbsent(sample.function(), unused -> new TreeSet<>())
                        .addAll(losses);
            }
        });
        assertThat(lost).isEqualTo(DROPPED_BY_AWS);
    }

    @ParameterizedTest
    @MethodSource("ofAwsEventClasses")
    void aFieldThatAwsDoesNotKnowIsNoticed(SampleFile sample) {
        var event = Trees.object(sample.text());
        event.put("neverHeardOf", true);
        assertThat(losses(sample.handler(), Trees.compact(event))).contains("neverHeardOf");
    }

    @ParameterizedTest
    @MethodSource("ofAwsEventClasses")
    void aValueThatChangesOnTheWayIsNoticed(SampleFile sample) {
        var other = sample.text().replace("eu-central-1", "eu-west-1").replace("127.0.0.1", "192.0.2.1");
        var losses = new TreeSet<String>();
        compare("", Trees.read(sample.text()), Trees.read(other), losses);
        assertThat(losses).isNotEmpty();
    }

    /** The samples whose events are classes of AWS's library; the others are maps, which keep everything. */
    static List<SampleFile> ofAwsEventClasses() {
        return SampleFile.all().stream()
                .filter(sample -> sample.eventType().startsWith("com.amazonaws."))
                .toList();
    }
}
