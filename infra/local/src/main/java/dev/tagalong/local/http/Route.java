package dev.tagalong.local.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route of an HTTP API.
 *
 * @param method in capitals
 * @param path with {name} for one segment
 * @param function what answers it
 */
record Route(String method, String path, String function) {
    /** The more literal segments come first, the more specific a route is. */
    static final Comparator<Route> MOST_SPECIFIC =
            Comparator.comparing(route -> Arrays.stream(route.path().split("/"))
                    .map(segment -> segment.startsWith("{") ? "1" : "0")
                    .reduce("", String::concat));

    /** The key by which API Gateway names it. */
    String key() {
        return method + " " + path;
    }

    /** The parameters of a path that this route matches, still encoded; absent if it does not match. */
    Optional<Map<String, String>> match(String asked, List<String> segments) {
        var own = Arrays.asList(path.split("/", -1));
        if (!method.equals(asked) || own.size() != segments.size()) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        for (int at = 0; at < own.size(); at++) {
            var segment = own.get(at);
            if (segment.startsWith("{")) {
                parameters.put(segment.substring(1, segment.length() - 1), segments.get(at));
            } else if (!segment.equals(segments.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
