package dev.tagalong.handlers.notification;

import dev.tagalong.domain.notification.Inbox;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/notifications/stats: how many rows there are and how many are unread. */
public final class CountNotifications extends Endpoint {
    private final Inbox inbox;

    /** For Lambda. */
    public CountNotifications() {
        this(Wiring.shared().edge(), Wiring.shared().inbox());
    }

    CountNotifications(Edge edge, Inbox inbox) {
        super(edge);
        this.inbox = inbox;
    }

    @Override
    protected Response answer(Call call) {
        return Response.ok(
                inbox.stats(call.caller()),
                stats -> Json.object("unread_count", stats.unread(), "total_count", stats.total()));
    }
}
