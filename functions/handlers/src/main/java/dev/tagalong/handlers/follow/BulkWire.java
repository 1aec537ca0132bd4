package dev.tagalong.handlers.follow;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.follow.BulkItem;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Problem;
import dev.tagalong.handlers.http.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers show what came of each pair; errors are named as HelperIQ names them. */
final class BulkWire {
    private BulkWire() {}

    /** Where a repetition may do more than was done, it shall: such an answer is not given again. */
    static Response response(Outcome<List<BulkItem>> outcome) {
        return switch (outcome) {
            case Outcome.Refused<List<BulkItem>> refused -> new Response.Refused(refused.refusal());
            case Outcome.Done<List<BulkItem>> done -> {
                var body = Json.object("data", Json.object("results", list(done.value())));
                yield done.value().stream().anyMatch(BulkWire::isOpen)
                        ? new Response.Unfinished(200, body, fault(done.value()))
                        : new Response.Ready(200, body);
            }
        };
    }

    private static List<Map<String, @Nullable Object>> list(List<BulkItem> items) {
        return items.stream().map(BulkWire::of).toList();
    }

    private static boolean isOpen(BulkItem item) {
        return switch (item.result()) {
            case BulkItem.Result.Changed changed -> false;
            case BulkItem.Result.Unchanged unchanged -> false;
            case BulkItem.Result.Refused refused -> refused.refusal() instanceof Refusal.Busy;
            case BulkItem.Result.NotAttempted not -> true;
            case BulkItem.Result.Failed failed -> true;
        };
    }

    private static @Nullable RuntimeException fault(List<BulkItem> items) {
        return items.stream()
                .map(BulkItem::result)
                .filter(BulkItem.Result.Failed.class::isInstance)
                .map(result -> ((BulkItem.Result.Failed) result).cause())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, @Nullable Object> of(BulkItem item) {
        return switch (item.result()) {
            case BulkItem.Result.Changed changed -> shown(item, "ok");
            case BulkItem.Result.Unchanged unchanged -> shown(item, "unchanged");
            case BulkItem.Result.Refused refused -> error(item, Problem.of(refused.refusal()));
            case BulkItem.Result.Failed failed -> error(item, Problem.failed());
            case BulkItem.Result.NotAttempted not ->
                error(item, "NotAttempted", "there was no time left, send it again");
        };
    }

    private static Map<String, @Nullable Object> error(BulkItem item, Problem problem) {
        return error(item, problem.errorType(), problem.message());
    }

    private static Map<String, @Nullable Object> error(BulkItem item, String type, String message) {
        var shown = shown(item, "error");
        shown.put("error_type", type);
        shown.put("message", message);
        return shown;
    }

    private static Map<String, @Nullable Object> shown(BulkItem item, String status) {
        return Json.object(
                "conversation", item.conversation().toString(),
                "user", item.user().value(),
                "status", status);
    }
}
