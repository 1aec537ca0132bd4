package dev.tagalong.handlers.notification;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.fanout.Explanation;
import dev.tagalong.domain.fanout.Explanations;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Query;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** GET /api/v1/conversations/{uuid}/explain: which rule did or did not notify somebody of an event; the caller if not said. */
public final class ExplainNotification extends Endpoint {
    private final Explanations explanations;

    /** For Lambda. */
    public ExplainNotification() {
        this(Wiring.shared().edge(), Wiring.shared().explanations());
    }

    ExplainNotification(Edge edge, Explanations explanations) {
        super(edge);
        this.explanations = explanations;
    }

    @Override
    protected Response answer(Call call) {
        var conversation = call.conversation();
        var about = user(call);
        var outcome = EventId.of(event(call.query()))
                .map(event -> explanations.explain(call.caller(), conversation, about, event, call.now()))
                .orElseGet(() -> Outcome.refused(new Refusal.NotFound("event")));
        return Response.ok(outcome, ExplainNotification::wire);
    }

    private static UserId user(Call call) {
        var named = call.query().numbers("user_id");
        if (named.size() > 1) {
            throw call.query().refuse("user_id", "must be one");
        }
        return named.isEmpty() ? call.caller().user() : new UserId(named.getFirst());
    }

    private static UUID event(Query query) {
        var named = query.uuids("event");
        if (named.size() != 1) {
            throw query.refuse("event", "is required, the uuid of a message or the id of an activity");
        }
        return named.getFirst();
    }

    private static Map<String, @Nullable Object> wire(Explanation explained) {
        var reason = explained.reason();
        return Json.object(
                "notified", explained.notified(),
                "reason", reason == null ? null : Json.word(reason),
                "rule", Json.word(explained.rule()),
                "recalculated", explained.recalculated());
    }
}
