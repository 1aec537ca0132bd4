package dev.tagalong.local.wire;

import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** What stands behind the question mark of an address. */
public final class Query {
    private Query() {}

    /** The last value of each name, as API Gateway hands it over; throws what is answered by 400 if one cannot be read. */
    public static Map<String, String> of(Request request) {
        return Request.extractQueryParameters(request).stream()
                .collect(Collectors.toUnmodifiableMap(
                        Fields.Field::getName, field -> field.getValues().getLast()));
    }
}
