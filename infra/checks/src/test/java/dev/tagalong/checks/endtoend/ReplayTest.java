package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.archive.Archive;
import dev.tagalong.local.Runner;
import dev.tagalong.local.wire.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What failed for good lies in the archive until it is replayed. */
@ExtendWith(RunningStack.class)
class ReplayTest {
    private final Desk desk;
    private final Resources resources;
    private final Archive archive;

    ReplayTest(Desk desk, Runner runner) {
        this.desk = desk;
        this.resources = new Resources(runner.environment());
        this.archive = resources.archive();
    }

    private List<String> lettersOf(String work, String body) {
        return archive.names("dead-letters/" + work + "/", 1000).stream()
                .filter(name -> archive.read(name).orElse("").contains(body))
                .toList();
    }

    @Test
    void deadLettersOfEveryQueueAreKeptAndGoBackOnce() {
        for (var work :
                Map.of("mail", "Mail", "fan_out", "FanOut", "purge", "Purge").entrySet()) {
            var body = "not a job of " + work.getKey();
            resources.sendTo(work.getValue() + "DeadLetters", body);
            Eventually.holds(() -> assertThat(lettersOf(work.getKey(), body)).hasSize(1));

            var name = lettersOf(work.getKey(), body).getFirst();
            var answer = desk.replays(name).is(200);
            assertThat(answer.number("replayed")).isEqualTo(1);
            assertThat(answer.rows("failed")).isEmpty();
            assertThat(archive.read(name)).isEmpty();
            assertThat(desk.replays(name).is(200).number("replayed")).isZero();
        }
    }

    @Test
    void aBatchThatTheStreamGaveUpIsCarriedOutOnceMoreAndTellsNobodyTwice() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        var note = desk.owner().note(ticket, "Look here");
        mia.inbox(ticket, 1);
        var activity = resources.items().entrySet().stream()
                .filter(item -> item.getKey().contains("#AUDIT#CONV#" + ticket.uuid() + " EVT#" + note))
                .findFirst()
                .orElseThrow();
        archive.keep("aws/lambda/mapping/shard/" + note, discarded(Resources.streamRecord(activity.getValue())));

        assertThat(desk.replays("aws/lambda/mapping/shard/" + note).is(200).number("replayed"))
                .isEqualTo(1);
        mia.inbox(ticket, 1);
        assertThat(archive.names("aws/lambda/mapping/", 1)).isEmpty();
    }

    private static String discarded(Map<String, Object> record) {
        return Json.write(Map.of(
                "requestContext",
                Map.of(
                        "functionArn",
                        "arn:aws:lambda:eu-central-1:000000000000:function:FanOut:live",
                        "condition",
                        "RetryAttemptsExhausted"),
                "payload",
                Json.write(Map.of("Records", List.of(record)))));
    }

    @Test
    void newsOfABounceThatLambdaGaveUpIsRecordedByReplayingIt() {
        var mia = desk.agent("Mia");
        var news = Map.of(
                "detail",
                Map.of(
                        "eventType", "Bounce",
                        "bounce",
                                Map.of(
                                        "bounceType",
                                        "Permanent",
                                        "bouncedRecipients",
                                        List.of(Map.of("emailAddress", mia.email()))),
                        "mail", Map.of("tags", Map.of("workspace", List.of("demo"), "user", List.of("" + mia.id())))));
        var function = "arn:aws:lambda:eu-central-1:000000000000:function:RecordMailFeedback:$LATEST";
        var name = "aws/lambda/async/RecordMailFeedback/" + mia.id();
        archive.keep(
                name,
                Json.write(Map.of(
                        "requestContext",
                        Map.of("functionArn", function, "condition", "RetriesExhausted"),
                        "requestPayload",
                        news)));

        assertThat(desk.replays(name).is(200).number("replayed")).isEqualTo(1);
        assertThat(desk.owner().api().get("/api/v1/agents/" + mia.id()).is(200).string("data", "email_status"))
                .isEqualTo("bounced");
    }

    @Test
    void noMoreNamesAreGivenThanAskedFor() {
        archive.keep("limited/1", "{}");
        archive.keep("limited/2", "{}");

        assertThat(archive.names("limited/", 1)).containsExactly("limited/1");
        assertThat(archive.names("limited/", 2)).containsExactly("limited/1", "limited/2");
        assertThat(archive.names("limited/", "limited/1", 2)).containsExactly("limited/2");
        archive.remove("limited/1");
        archive.remove("limited/2");
    }

    @Test
    void whatIsNoFailureStaysWhereItIs() {
        archive.keep("stray/document", "{\"hello\":\"there\"}");

        assertThat(desk.replays("stray/").is(200).rows("failed"))
                .containsExactly(Map.of("name", "stray/document", "message", "work: is required"));
        archive.remove("stray/document");
    }
}
