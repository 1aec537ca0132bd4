package dev.tagalong.handlers.root;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.tagalong.domain.archive.TriggeredFunctions;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.Map;
import java.util.Optional;

/**
 * Invoked every week, with {"functions": [1 to 500 names, each with its alias]}: calls each of them with an event that asks for
 * nothing. A version with a snapshot that nobody has called for 14 days goes inactive, and whoever calls it next is told that it
 * is not ready. Answers {"called", "refused": [names]}, how many were called and which of them refused that. Throws what Lambda
 * said if a function could not be called; all others were.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-troubleshooting.html">Lambda: SnapStart errors</a>
 */
public final class KeepReady implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final int MOST = 500;
    private static final int LONGEST = 170;

    /** As a request of nobody, a socket that is gone, a stream or queue without records. */
    private static final String NOTHING = """
            {"version": "2.0", "rawPath": "/", "headers": {}, "Records": [],
             "requestContext": {"connectionId": "AAAAAAAAAAAAAAA=", "http": {"method": "GET", "path": "/"}}}""";

    private final TriggeredFunctions functions;

    /** For Lambda. */
    public KeepReady() {
        this(Wiring.shared().triggeredFunctions());
    }

    KeepReady(TriggeredFunctions functions) {
        this.functions = functions;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> payload, Context context) {
        var fields = Fields.of(payload);
        var names = fields.texts("functions", MOST, LONGEST);
        if (names.isEmpty()) {
            throw fields.refuse("functions", "is required");
        }
        var refused = InParallel.map(names, this::refusing).stream()
                .flatMap(Optional::stream)
                .toList();
        return Map.of("called", names.size(), "refused", refused);
    }

    /** The function, if it refuses by throwing, as an authorizer does: it ran, and that is all that was wanted. */
    private Optional<String> refusing(String function) {
        try {
            functions.invoke(function, NOTHING);
            return Optional.empty();
        } catch (IllegalStateException thrown) {
            return Optional.of(function);
        }
    }
}
