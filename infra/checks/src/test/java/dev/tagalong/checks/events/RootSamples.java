package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;

import java.util.List;

/** Health and unknown paths. The last one takes the table away. */
final class RootSamples {
    static final List<Sample> ALL = List.of(
            http("UnknownRoute/path", 404, on -> on.nobody().get("/nothing/here")),
            http("UnknownRoute/refused-method", 404, on -> on.nobody().send("PATCH", Stage.TICKET + "/follow", "")),
            http("Health/healthy", 200, on -> on.nobody().get("/health")),
            http("Health/refused-without-table", 503, on -> {
                on.resources().deleteTable();
                return on.nobody().get("/health");
            }));

    private RootSamples() {}
}
