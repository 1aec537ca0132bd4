package dev.tagalong.handlers.frontdesk;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.tagalong.handlers.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answered.
 *
 * @param text the body as it goes over the wire
 */
public record Answer(int status, Map<String, String> headers, String text) {
    static Answer of(APIGatewayV2HTTPResponse response) {
        return new Answer(response.getStatusCode(), response.getHeaders(), response.getBody());
    }

    /** The value behind a path of names and positions, such as data.results.0.uuid. */
    public @Nullable Object at(String path) {
        @Nullable Object value = Json.readAny(text);
        for (var name : path.split("\\.", -1)) {
            value = value instanceof List<?> list
                    ? list.get(Integer.parseInt(name))
                    : ((Map<?, ?>) Objects.requireNonNull(value, path)).get(name);
        }
        return value;
    }

    /** The list behind a path. */
    public List<?> list(String path) {
        return (List<?>) Objects.requireNonNull(at(path), path);
    }

    /** The names of the fields behind a path, in order. */
    public List<String> names(String path) {
        return ((Map<?, ?>) Objects.requireNonNull(at(path), path))
                .keySet().stream().map(String::valueOf).toList();
    }

    /** Status, type and message of a refusal, such as "404 NotFoundError conversation not found". */
    public String refusal() {
        return status + " " + at("data.type") + " " + at("data.message");
    }
}
