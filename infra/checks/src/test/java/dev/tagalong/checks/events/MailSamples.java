package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;
import static dev.tagalong.checks.events.Stage.BOB;

import java.util.List;

/** What comes back of mail: by its links. */
final class MailSamples {
    private static final String UNKNOWN = "/unsubscribe/00000000000000000000000000.demo";

    static final List<Sample> ALL = List.of(
            http("ShowUnsubscribe/shown", 200, on -> on.nobody().get(on.unsubscribing(BOB))),
            http("ShowUnsubscribe/refused-unknown", 404, on -> on.nobody().get(UNKNOWN)),
            http(
                    "Unsubscribe/unsubscribed",
                    200,
                    on -> on.nobody().send("POST", on.unsubscribing(BOB), "List-Unsubscribe=One-Click")),
            http("Unsubscribe/refused-unknown", 404, on -> on.nobody().send("POST", UNKNOWN, "")));

    private MailSamples() {}
}
