package dev.tagalong.local.http;

import dev.tagalong.local.template.FunctionSpec;
import dev.tagalong.local.template.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The routes of the template, and which of them a request means. */
public final class Routes {
    private final List<Route> routes;
    private final String otherwise;

    private Routes(List<Route> routes, String otherwise) {
        this.routes = routes;
        this.otherwise = otherwise;
    }

    /** The routes of every function that has an HttpApi event. */
    public static Routes of(List<FunctionSpec> functions) {
        var all = functions.stream().flatMap(Routes::of).toList();
        var otherwise = all.stream()
                .filter(route -> route.path().equals("$default"))
                .map(Route::function)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the template has no $default route"));
        return new Routes(
                all.stream()
                        .filter(route -> !route.path().equals("$default"))
                        .sorted(Route.MOST_SPECIFIC)
                        .toList(),
                otherwise);
    }

    private static Stream<Route> of(FunctionSpec function) {
        return function.events().values().stream()
                .map(Template::object)
                .filter(event -> "HttpApi".equals(event.get("Type")))
                .map(event -> Template.object(event, "Properties"))
                .map(properties -> new Route(
                        String.valueOf(properties.getOrDefault("Method", "")),
                        String.valueOf(properties.getOrDefault("Path", "$default")),
                        function.name()));
    }

    /** Which function answers, by which route, with which parameters of the path. */
    Match match(String method, String path) {
        var segments = Arrays.asList(path.split("/", -1));
        for (var route : routes) {
            var parameters = route.match(method, segments);
            if (parameters.isPresent()) {
                return new Match(route.key(), route.function(), parameters.get());
            }
        }
        return new Match("$default", otherwise, Map.of());
    }

    /** What a request means. */
    record Match(String key, String function, Map<String, String> parameters) {
        Match {
            parameters = Map.copyOf(parameters);
        }
    }
}
