package dev.tagalong.handlers.notification;

import dev.tagalong.domain.notification.Inbox;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/notifications: the newest rows, or what arrived after one. */
public final class ListNotifications extends Endpoint {
    private final Inbox inbox;

    /** For Lambda. */
    public ListNotifications() {
        this(Wiring.shared().edge(), Wiring.shared().inbox());
    }

    ListNotifications(Edge edge, Inbox inbox) {
        super(edge);
        this.inbox = inbox;
    }

    @Override
    protected Response answer(Call call) {
        var query = call.query();
        int limit = query.size("limit", Response.PAGE_SIZE);
        boolean unread = query.flag("unread");
        var outcome = query.text("after")
                .map(id -> inbox.after(call.caller(), Call.event("after", id), limit, unread))
                .orElseGet(() -> inbox.newest(call.caller(), limit, unread));
        return Response.ok(
                outcome,
                page -> Json.object(
                        "results",
                        page.rows().stream().map(NotificationWire::of).toList(),
                        "total",
                        page.total()));
    }
}
