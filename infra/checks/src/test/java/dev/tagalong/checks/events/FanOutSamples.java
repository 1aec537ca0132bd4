package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Stage.BOB;
import static dev.tagalong.checks.events.Stage.TICKET;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;

/**
 * What follows a change: the stream and the queues. A record that cannot be read is not refused by FanOut, it goes to the
 * retry queue and counts as handled.
 */
final class FanOutSamples {
    private static final String GONE = "demo/00000000-0000-4000-8000-000000000000/00000000-0000-7000-8000-000000000000";

    static final List<Sample> ALL = List.of(
            new Sample(
                    "FanOut/follower-added",
                    on -> on.next(
                            "FanOut",
                            event -> event.contains("follower_added"),
                            () -> on.as(BOB)
                                    .post(TICKET + "/followers", "user_id", 17)
                                    .is(200))),
            new Sample(
                    "SendMail/due",
                    on -> on.next(
                            "SendMail",
                            event -> event.contains("demo/42/"),
                            () -> on.as(Stage.ALICE)
                                    .post(
                                            TICKET + "/messages",
                                            "message",
                                            "Who looks after this?",
                                            "private",
                                            true,
                                            "mentions",
                                            List.of(42))
                                    .is(201))),
            new Sample(
                    "SendMail/refused-not-a-call",
                    on -> on.next(
                            "SendMail",
                            event -> event.contains("not a call"),
                            () -> on.resources().send("MAIL_QUEUE_URL", "not a call for mail"))),
            new Sample(
                    "FanOut/refused-malformed-activity",
                    on -> on.next(
                            "FanOut",
                            event -> event.contains("malformed"),
                            () -> on.resources()
                                    .put(Map.of(
                                            "PK", fromS("W#demo#AUDIT#CONV#malformed"),
                                            "SK", fromS("EVT#malformed"),
                                            "entity", fromS("activity"))))),
            new Sample(
                    "RetryFanOut/conversation-gone",
                    on -> on.next(
                            "RetryFanOut",
                            event -> event.contains(GONE),
                            () -> on.resources().send("FANOUT_RETRY_QUEUE_URL", GONE))),
            new Sample(
                    "RetryFanOut/refused-names-none",
                    on -> on.next(
                            "RetryFanOut",
                            event -> event.contains("names none"),
                            () -> on.resources().send("FANOUT_RETRY_QUEUE_URL", "names none"))),
            new Sample(
                    "ArchiveDeadLetters/fan-out",
                    on -> on.next(
                            "ArchiveDeadLetters",
                            event -> event.contains(GONE),
                            () -> on.resources().sendTo("FanOutDeadLetters", GONE))),
            new Sample(
                    "ArchiveDeadLetters/refused-another-queue",
                    on -> on.next(
                            "ArchiveDeadLetters",
                            event -> event.contains("somebody-elses"),
                            () -> on.invoke("ArchiveDeadLetters", letterOfAnotherQueue()))),
            new Sample(
                    "ReplayFailures/replayed",
                    on -> on.next(
                            "ReplayFailures",
                            event -> true,
                            () -> on.invoke("ReplayFailures", Map.of("prefix", "dead-letters/fan_out/")))),
            new Sample(
                    "ReplayFailures/refused-limit-zero",
                    on -> on.next(
                            "ReplayFailures",
                            event -> event.contains("limit"),
                            () -> on.invoke("ReplayFailures", Map.of("limit", 0)))));

    private FanOutSamples() {}

    private static Map<String, ?> letterOfAnotherQueue() {
        return Map.of(
                "Records",
                List.of(Map.of(
                        "messageId",
                        "019aa5b4-c000-4000-8000-00000000000a",
                        "body",
                        GONE,
                        "eventSourceARN",
                        "arn:aws:sqs:eu-central-1:000000000000:somebody-elses")));
    }
}
