package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;
import static dev.tagalong.checks.events.Stage.BOB;

import java.util.List;
import java.util.Map;

/** What comes back of mail: by its links, and from SES. */
final class MailSamples {
    private static final String UNKNOWN = "/unsubscribe/00000000000000000000000000.demo";
    private static final String BOUNCES = "bounce@simulator.amazonses.com";

    static final List<Sample> ALL = List.of(
            http("ShowUnsubscribe/shown", 200, on -> on.nobody().get(on.unsubscribing(BOB))),
            http("ShowUnsubscribe/refused-unknown", 404, on -> on.nobody().get(UNKNOWN)),
            http(
                    "Unsubscribe/unsubscribed",
                    200,
                    on -> on.nobody().send("POST", on.unsubscribing(BOB), "List-Unsubscribe=One-Click")),
            http("Unsubscribe/refused-unknown", 404, on -> on.nobody().send("POST", UNKNOWN, "")),
            new Sample("ReceiveMail/reply", on -> replied(on, BOB)),
            new Sample("ReceiveMail/automatic", on -> received(on, "Return-Path: <>", "")),
            new Sample("ReceiveMail/refused-untrusted", on -> received(on, "X-None: ", "?dmarc=FAIL")),
            new Sample(
                    "RecordMailFeedback/bounced",
                    on -> on.next("RecordMailFeedback", event -> event.contains(BOUNCES), () -> {
                        on.as(Stage.OLGA)
                                .post(
                                        "/api/v1/agents",
                                        "id",
                                        4711,
                                        "first_name",
                                        "Mia",
                                        "email",
                                        BOUNCES,
                                        "role",
                                        "agent")
                                .is(201);
                        on.as(Stage.OLGA)
                                .post(Stage.TICKET + "/followers", "user_id", 4711)
                                .is(200);
                    })),
            new Sample(
                    "RecordMailFeedback/refused-not-an-event",
                    on -> on.next(
                            "RecordMailFeedback",
                            event -> event.contains("not an event"),
                            () -> on.invoke("RecordMailFeedback", Map.of("detail", "not an event")))));

    private MailSamples() {}

    private static String replied(Stage on, String email) {
        return received(on, "Message-ID: <reply@people.example>", on.replyTo(email), "");
    }

    private static String received(Stage on, String header, String query) {
        return received(on, header, "00000000000000000000000000_demo@tagalong.example", query);
    }

    private static String received(Stage on, String header, String recipient, String query) {
        var mail = header + "\r\nFrom: bob@example.com\r\nTo: " + recipient + "\r\n\r\nHello";
        return on.next(
                "ReceiveMail",
                event -> true,
                () -> on.nobody().send("POST", "/_local/mail" + query, mail).is(200));
    }
}
