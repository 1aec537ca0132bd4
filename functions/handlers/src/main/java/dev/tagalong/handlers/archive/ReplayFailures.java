package dev.tagalong.handlers.archive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.archive.Archive;
import dev.tagalong.domain.archive.TriggeredFunctions;
import dev.tagalong.domain.archive.Work;
import dev.tagalong.domain.fanout.RetryQueue;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Invoked by the operator, with {"prefix"?, "after"?, "limit"?}: replays what lies in the archive under names that begin so and
 * stand behind that one, at most 1000, 100 if not said. A dead letter goes back to its queue; a batch that the stream gave up,
 * and an event that Lambda gave up, goes to its function. Each is removed once it was taken. What is done already is not done
 * again, so replaying too much harms nothing. Answers {"replayed", "failed": [{"name", "message"}], "more", "next"}: if there may
 * be more, next is what to give as after, so that what fails again does not stand before the rest.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">Lambda: discarded records</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Lambda: records of
 *     asynchronous invocations</a>
 */
public final class ReplayFailures implements RequestHandler<Map<String, Object>, Map<String, @Nullable Object>> {
    private static final int LONGEST = 1024;
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Archive archive;
    private final Map<Work, RetryQueue> queues;
    private final TriggeredFunctions functions;

    /** For Lambda. */
    public ReplayFailures() {
        this(
                Wiring.shared().archive(),
                Wiring.shared().workQueues(),
                Wiring.shared().triggeredFunctions());
    }

    ReplayFailures(Archive archive, Map<Work, RetryQueue> queues, TriggeredFunctions functions) {
        this.archive = archive;
        this.queues = Map.copyOf(queues);
        this.functions = functions;
    }

    @Override
    public Map<String, @Nullable Object> handleRequest(Map<String, Object> payload, Context context) {
        var fields = Fields.of(payload);
        int limit = fields.optionalNumber("limit", 1, MOST).orElse(USUAL);
        var names = archive.names(
                fields.optionalText("prefix", LONGEST).orElse(""),
                fields.optionalText("after", LONGEST).orElse(""),
                limit);
        var failed = new ArrayList<Map<String, @Nullable Object>>();
        for (var name : names) {
            try {
                archive.read(name).ifPresent(this::replay);
                archive.remove(name);
            } catch (RuntimeException stays) {
                context.getLogger().log(name + " stays in the archive: " + stays, LogLevel.ERROR);
                failed.add(Json.object("name", name, "message", stays.getMessage()));
            }
        }
        boolean more = names.size() == limit;
        return Json.object(
                "replayed",
                names.size() - failed.size(),
                "failed",
                failed,
                "more",
                more,
                "next",
                more ? names.getLast() : null);
    }

    private void replay(String document) {
        var fields = Fields.parse(document);
        if (fields.isGiven("payload")) {
            invoke(fields, "payload");
        } else if (fields.isGiven("requestPayload")) {
            invoke(fields, "requestPayload");
        } else {
            var letter = DeadLetter.read(fields);
            var queue = queues.get(letter.work());
            if (queue == null) {
                throw new IllegalStateException("no queue takes " + letter.work());
            }
            queue.setAside(letter.body(), letter.cause());
        }
    }

    /** An event as Lambda put it aside, whole: as text of a stream, and as what it is of an asynchronous invocation. */
    private void invoke(Fields fields, String payload) {
        var function = fields.object("requestContext").text("functionArn", LONGEST);
        var event = fields.any(payload).orElseThrow();
        var answer = functions.invoke(function, event instanceof String text ? text : Json.write(event));
        if (Json.readAny(answer) instanceof Map<?, ?> response
                && response.get("batchItemFailures") instanceof List<?> left
                && !left.isEmpty()) {
            throw new IllegalStateException(left.size() + " records failed again");
        }
    }
}
