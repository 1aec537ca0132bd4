package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;

import java.util.List;
import java.util.Map;

/** Health, unknown paths and what keeps snapshots. The last one takes the table away. */
final class RootSamples {
    static final List<Sample> ALL = List.of(
            http("UnknownRoute/path", 404, on -> on.nobody().get("/nothing/here")),
            http("UnknownRoute/refused-method", 404, on -> on.nobody().send("PATCH", Stage.TICKET + "/follow", "")),
            new Sample(
                    "KeepReady/called",
                    on -> on.next(
                            "KeepReady",
                            event -> event.contains("Health"),
                            () -> on.invoke(
                                    "KeepReady",
                                    Map.of(
                                            "functions",
                                            List.of("Health:live", "FanOut:live", "AuthorizeSocket:live"))))),
            new Sample(
                    "KeepReady/refused-no-list",
                    on -> on.next(
                            "KeepReady",
                            event -> event.contains("all"),
                            () -> on.invoke("KeepReady", Map.of("functions", "all")))),
            http("Health/healthy", 200, on -> on.nobody().get("/health")),
            http("Health/refused-without-table", 503, on -> {
                on.resources().deleteTable();
                return on.nobody().get("/health");
            }));

    private RootSamples() {}
}
