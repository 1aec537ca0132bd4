package dev.tagalong.checks.events;

import dev.tagalong.checks.Template;
import dev.tagalong.checks.endtoend.Answer;
import dev.tagalong.checks.endtoend.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that succeeds in the workspace it was captured in, to be made by somebody of another one.
 *
 * @param route with the names of its parameters
 * @param path with the ids of the first workspace
 */
record Intrusion(String method, String route, String path, String body) {
    /** What needs no token of a workspace, and so cannot be called with one of another. */
    private static final Set<String> PUBLIC = Set.of("/health", "/unsubscribe/{token}");

    /** More ids of the demo than the samples name, in the parameters that lists know. */
    private static final String IDS = "assignee=42&customer=4&inbox=1&assignedTo=42&customerId=4&inboxId=1"
            + "&conversation=afa55a3b-60fa-4930-8382-4ad39cf6929f&user_id=42";

    /** Who is meant where a function has several routes and the sample came by another. */
    private static final Map<String, String> KNOWN = Map.of("{agent_id}", "42", "{contact_id}", "4");

    /** One for each good sample of each route; a route that no sample fits fails. */
    static List<Intrusion> byEveryRoute(BinaryOperator<String> placeholders) {
        var samples = SampleFile.all().stream()
                .filter(sample -> !sample.name().startsWith("refused"))
                .toList();
        return Template.read().routes().stream()
                .filter(route -> !PUBLIC.contains(route.path()))
                .flatMap(route -> of(route, samples, placeholders))
                .toList();
    }

    private static Stream<Intrusion> of(
            Template.Route route, List<SampleFile> samples, BinaryOperator<String> placeholders) {
        var fitting = samples.stream()
                .filter(sample -> sample.function().equals(route.function()))
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalStateException("no sample of " + route);
        }
        return fitting.stream().map(sample -> of(route, Trees.object(Placeholders.fill(sample.text(), placeholders))));
    }

    private static Intrusion of(Template.Route route, Map<String, Object> event) {
        var query = String.valueOf(event.getOrDefault("rawQueryString", ""));
        return new Intrusion(
                route.method(),
                route.path(),
                filled(route.path(), event.get("pathParameters")) + "?" + IDS + (query.isEmpty() ? "" : "&" + query),
                String.valueOf(event.getOrDefault("body", "")));
    }

    private static String filled(String path, @Nullable Object parameters) {
        var filled = path;
        if (parameters instanceof Map<?, ?> values) {
            for (var value : values.entrySet()) {
                filled = filled.replace(
                        "{" + value.getKey() + "}",
                        URLEncoder.encode(String.valueOf(value.getValue()), StandardCharsets.UTF_8));
            }
        }
        for (var known : KNOWN.entrySet()) {
            filled = filled.replace(known.getKey(), known.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalStateException("no sample has every parameter of " + path);
        }
        return filled;
    }

    /** Whether the path names something of the first workspace. */
    boolean isNamed() {
        return route.contains("{");
    }

    Answer by(Api stranger) {
        return stranger.send(method, path, body);
    }
}
