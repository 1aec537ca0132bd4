package dev.tagalong.handlers.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.tagalong.domain.archive.Archive;
import dev.tagalong.domain.archive.Work;
import dev.tagalong.domain.memory.InMemoryArchive;
import dev.tagalong.handlers.frontdesk.Invocation;
import dev.tagalong.handlers.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArchiveFunctionsTest {
    private static final String FAN_OUT = "arn:aws:lambda:eu-central-1:000000000000:function:FanOut:live";
    private static final String PLACE = "dead-letters/fan_out/m1.json";

    private String answer = "{\"batchItemFailures\":[]}";
    private final Archive archive = new InMemoryArchive();
    private final List<String> sent = new ArrayList<>();
    private final List<String> invoked = new ArrayList<>();
    private final Invocation invocation = new Invocation();
    private final ArchiveDeadLetters keeping =
            new ArchiveDeadLetters(archive, Map.of("arn:letters", Work.FAN_OUT, "arn:mail", Work.MAIL));
    private final ReplayFailures replaying = new ReplayFailures(
            archive,
            Map.of(Work.FAN_OUT, (record, cause) -> sent.add(record + " because of " + cause)),
            (function, event) -> {
                invoked.add(function + " " + event);
                return answer;
            });

    private List<String> archived(String queue, String id, @Nullable String cause) {
        var message = new SQSMessage();
        message.setMessageId(id);
        message.setEventSourceArn(queue);
        message.setBody("demo/conversation/event");
        message.setAttributes(Map.of("SentTimestamp", "1700000000000"));
        if (cause != null) {
            var attribute = new MessageAttribute();
            attribute.setStringValue(cause);
            message.setMessageAttributes(Map.of("cause", attribute));
        }
        var event = new SQSEvent();
        event.setRecords(List.of(message));
        return keeping.handleRequest(event, invocation).getBatchItemFailures().stream()
                .map(failure -> failure.getItemIdentifier())
                .toList();
    }

    private Map<String, @Nullable Object> replay(Map<String, Object> payload) {
        return replaying.handleRequest(payload, invocation);
    }

    private void discarded(Object payload) {
        archive.keep(
                "aws/lambda/1/shard/batch",
                Json.write(Json.object(
                        "requestContext",
                        Json.object("functionArn", FAN_OUT, "condition", "RetryAttemptsExhausted"),
                        "payload",
                        payload)));
    }

    @Test
    void aDeadLetterIsKeptWithItsCauseAndGoesBackToItsQueueOnce() {
        assertThat(archived("arn:letters", "m1", "junk")).isEmpty();
        assertThat(archived("arn:letters", "m1", "junk")).isEmpty();

        assertThat(archive.read(PLACE))
                .contains("{\"work\":\"fan_out\",\"body\":\"demo/conversation/event\",\"cause\":\"junk\","
                        + "\"sent_at\":\"2023-11-14T22:13:20.000Z\"}");
        assertThat(replay(Map.of()))
                .isEqualTo(Json.object("replayed", 1, "failed", List.of(), "more", false, "next", null));
        assertThat(replay(Map.of()))
                .isEqualTo(Json.object("replayed", 0, "failed", List.of(), "more", false, "next", null));
        assertThat(sent).containsExactly("demo/conversation/event because of junk");
    }

    @Test
    void withoutACauseItSaysWhereThatIsFound() {
        archived("arn:letters", "m1", null);

        assertThat(archive.read(PLACE).orElseThrow()).contains("log of its function");
    }

    @Test
    void aMessageOfAnUnknownQueueStaysThere() {
        assertThat(archived("arn:stranger", "m1", null)).containsExactly("m1");
        assertThat(invocation.logged()).singleElement().asString().contains("could not be archived");
    }

    @Test
    void aBatchThatWasGivenUpGoesToItsFunctionAgain() {
        discarded("{\"Records\":[]}");

        assertThat(replay(Map.of("prefix", "aws/")).get("replayed")).isEqualTo(1);
        assertThat(invoked).containsExactly(FAN_OUT + " {\"Records\":[]}");
        assertThat(archive.names("", 10)).isEmpty();
    }

    @Test
    void anEventThatIsNoTextIsTakenToo() {
        discarded(Map.of("Records", List.of()));

        assertThat(replay(Map.of()).get("replayed")).isEqualTo(1);
        assertThat(invoked).containsExactly(FAN_OUT + " {\"Records\":[]}");
    }

    @Test
    void whatFailsAgainStaysAndTheOthersGo() {
        archived("arn:letters", "m1", "junk");
        archived("arn:mail", "m2", "junk");
        discarded("{}");
        answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"7\"}]}";
        archive.keep("zzz", "[]");

        var answered = replay(Map.of());
        assertThat(answered.get("replayed")).isEqualTo(1);
        assertThat(Json.write(answered)).contains("1 records failed again", "no queue takes MAIL", "\"name\":\"zzz\"");
        assertThat(archive.names("", 10))
                .containsExactly("aws/lambda/1/shard/batch", "dead-letters/mail/m2.json", "zzz");
    }

    @Test
    void aLimitSaysWhetherThereMayBeMore() {
        archived("arn:letters", "m1", "junk");
        archived("arn:letters", "m2", "junk");

        assertThat(replay(Map.of("limit", 1)).get("more")).isEqualTo(true);
        assertThat(archive.names("", 10)).hasSize(1);
    }

    @Test
    void anEventThatLambdaGaveUpGoesToItsFunctionAgain() {
        answer = "[\"NOTE\"]";
        archive.keep(
                "aws/lambda/async/ReceiveMail/1",
                Json.write(Json.object(
                        "requestContext", Json.object("functionArn", "arn:mail:live", "condition", "RetriesExhausted"),
                        "requestPayload", Json.object("Records", List.of()),
                        "responsePayload", Json.object("errorMessage", "S3 was away"))));

        assertThat(replay(Map.of()).get("replayed")).isEqualTo(1);
        assertThat(invoked).containsExactly("arn:mail:live {\"Records\":[]}");
        assertThat(archive.names("", 10)).isEmpty();
    }

    @Test
    void whatFailsAgainDoesNotStandBeforeTheRest() {
        archive.keep("a", "[]");
        archive.keep("b", "[]");
        archived("arn:letters", "m1", "junk");

        var first = replay(Map.of("limit", 2));
        assertThat(first.get("replayed")).isEqualTo(0);
        assertThat(first.get("next")).isEqualTo("b");
        var second = replay(Map.of("limit", 2, "after", "b"));
        assertThat(second.get("replayed")).isEqualTo(1);
        assertThat(second.get("more")).isEqualTo(false);
        assertThat(second.get("next")).isNull();
        assertThat(archive.names("", 10)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"after, 7, after", "limit, 0, limit", "limit, 1001, limit", "limit, many, limit", "prefix, 7, prefix"})
    void badInputIsNamed(String field, String value, String named) {
        Object given = value.matches("\\d+") ? Integer.valueOf(value) : value;
        archived("arn:letters", "m1", "junk");

        assertThatThrownBy(() -> replay(Map.of(field, given))).hasMessageStartingWith(named + ":");
        assertThat(sent).isEmpty();
    }
}
