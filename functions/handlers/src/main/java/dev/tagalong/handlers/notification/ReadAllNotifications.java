package dev.tagalong.handlers.notification;

import dev.tagalong.domain.notification.Inbox;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/notifications/read-all: marks every row as read. */
public final class ReadAllNotifications extends Endpoint {
    private final Inbox inbox;

    /** For Lambda. */
    public ReadAllNotifications() {
        this(Wiring.shared().edge(), Wiring.shared().inbox());
    }

    ReadAllNotifications(Edge edge, Inbox inbox) {
        super(edge);
        this.inbox = inbox;
    }

    @Override
    protected Response answer(Call call) {
        return Response.ok(inbox.readAll(call.caller(), call.now()), count -> Json.object("read_count", count));
    }
}
