package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.archive.Archive;
import dev.tagalong.local.Runner;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.wire.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
        var activity = items("#AUDIT#CONV#" + ticket.uuid() + " EVT#" + note).getFirst();
        archive.keep("aws/lambda/mapping/shard/" + note, discarded("FanOut:live", activity));

        assertThat(desk.replays("aws/lambda/mapping/shard/" + note).is(200).number("replayed"))
                .isEqualTo(1);
        mia.inbox(ticket, 1);
        assertThat(archive.names("aws/lambda/mapping/", 1)).isEmpty();
    }

    @Test
    void whatCannotBeReadOfABatchIsCarriedOutByWhatTheTableHas() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        var note = desk.owner().note(ticket, "Look here");
        mia.inbox(ticket, 1);
        Eventually.holds(() -> assertThat(items("#EVT#" + note + " P")).hasSize(1));
        items("#EVT#" + note + " P").forEach(resources::delete);
        items("#USER#" + mia.id() + " NOTIF#" + note).forEach(resources::delete);
        mia.inbox(ticket, 0);
        var unreadable = new HashMap<>(
                items("#AUDIT#CONV#" + ticket.uuid() + " EVT#" + note).getFirst());
        unreadable.put("type", AttributeValue.fromS("made_up"));
        archive.keep("aws/lambda/unreadable/" + note, discarded("FanOut:live", unreadable));

        assertThat(desk.replays("aws/lambda/unreadable/" + note).is(200).number("replayed"))
                .isEqualTo(1);
        mia.inbox(ticket, 1);
    }

    private List<Map<String, AttributeValue>> items(String key) {
        return resources.items().entrySet().stream()
                .filter(item -> item.getKey().contains(key))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String arn(String function) {
        return Deployment.arn("lambda", "function:" + function);
    }

    private static String discarded(String function, Map<String, AttributeValue> item) {
        return Json.write(Map.of(
                "requestContext",
                Map.of("functionArn", arn(function), "condition", "RetryAttemptsExhausted"),
                "payload",
                Json.write(Map.of("Records", List.of(Resources.streamRecord(item))))));
    }

    private static String failed(String function, Map<String, Object> event) {
        return Json.write(Map.of(
                "requestContext",
                Map.of("functionArn", arn(function), "condition", "RetriesExhausted"),
                "requestPayload",
                event));
    }

    @Test
    void aPurgeThatTheStreamGaveUpIsBegunByReplayingIt() {
        var ticket = desk.ticket();
        desk.owner().note(ticket, "Nobody shall read this");
        var message = items("#CONV#" + ticket.uuid() + " MSG#").getFirst();
        desk.owner().api().delete(ticket.path("")).is(200);
        Eventually.holds(
                () -> assertThat(items("#CONV#" + ticket.uuid() + " MSG#")).isEmpty());
        resources.put(message);
        var deletion = items("#AUDIT#CONV#" + ticket.uuid() + " EVT#").getLast();
        archive.keep("aws/lambda/deletions/" + ticket.uuid(), discarded("BeginPurge", deletion));

        assertThat(desk.replays("aws/lambda/deletions/" + ticket.uuid()).is(200).number("replayed"))
                .isEqualTo(1);
        Eventually.holds(
                () -> assertThat(items("#CONV#" + ticket.uuid() + " MSG#")).isEmpty());
    }

    @Test
    void aMailThatLambdaGaveUpIsReceivedByReplayingIt() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(desk.agent("Tom"));
        desk.owner().add(ticket, mia).is(200);
        Eventually.holds(() -> assertThat(desk.mail(mia, ticket)).isNotEmpty());
        var address = String.valueOf(
                Answer.fields(desk.mail(mia, ticket).getLast().get("headers")).get("Reply-To"));
        var mail = desk.nobody()
                .send(
                        "POST",
                        "/_local/mail?dmarc=NONE",
                        "From: " + mia.email() + "\r\nTo: " + address + "\r\n\r\nTwice tried\r\n")
                .is(200)
                .string("message_id");
        var passed = Map.of("status", "PASS");
        var receipt = new HashMap<String, Object>(Map.of("recipients", List.of(address)));
        for (var verdict : List.of("spf", "dkim", "dmarc", "spam", "virus")) {
            receipt.put(verdict + "Verdict", passed);
        }
        var news = Map.of("mail", Map.of("messageId", mail, "source", mia.email()), "receipt", receipt);
        var name = "aws/lambda/async/ReceiveMail/" + mail;
        archive.keep(name, failed("ReceiveMail:live", Map.of("Records", List.of(Map.of("ses", news)))));

        assertThat(desk.replays(name).is(200).number("replayed")).isEqualTo(1);
        assertThat(desk.owner().api().get(ticket.path("/messages")).is(200).column("content", "data", "results"))
                .containsExactly("Twice tried");
    }

    @Test
    void newsOfABounceThatLambdaGaveUpIsRecordedByReplayingIt() {
        var mia = desk.agent("Mia");
        var news = Map.<String, Object>of(
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
        var name = "aws/lambda/async/RecordMailFeedback/" + mia.id();
        archive.keep(name, failed("RecordMailFeedback:$LATEST", news));

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
