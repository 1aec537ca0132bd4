package dev.tagalong.local.functions;

import dev.tagalong.local.functions.Functions.Invocation;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a batch is to be tried again, by the answer of the function that got it.
 *
 * @param partial whether an answer that names failures is heeded, that is, whether the mapping asks for such answers
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial batch responses</a>
 */
public record BatchResponse(boolean partial) {
    /** As an event's properties in the template say. */
    public static BatchResponse of(Map<String, Object> properties) {
        return new BatchResponse(
                Template.list(properties, "FunctionResponseTypes").contains("ReportBatchItemFailures"));
    }

    /**
     * Those of the batch that failed: all if the function threw, and if its answer is no JSON object or names one that is
     * not in the batch; none if it names none.
     */
    public Set<String> failed(Invocation invocation, List<String> batch) {
        if (invocation.failed()) {
            return Set.copyOf(batch);
        }
        if (!partial || invocation.payload().isBlank() || invocation.payload().equals("null")) {
            return Set.of();
        }
        var failed = new LinkedHashSet<String>();
        for (var named : named(invocation.payload())) {
            if (!(named instanceof Map<?, ?> failure)
                    || !batch.contains(String.valueOf(failure.get("itemIdentifier")))) {
                return Set.copyOf(batch);
            }
            failed.add(String.valueOf(failure.get("itemIdentifier")));
        }
        return failed;
    }

    private static List<?> named(String payload) {
        try {
            var failures = Json.object(payload).get("batchItemFailures");
            return failures == null ? List.of() : failures instanceof List<?> list ? list : List.of(failures);
        } catch (IllegalArgumentException notJson) {
            return List.of(payload);
        }
    }
}
