package dev.tagalong.handlers.notification;

import dev.tagalong.domain.notification.Inbox;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/notifications/{id}/read: marks a row as read. */
public final class ReadNotification extends Endpoint {
    private final Inbox inbox;

    /** For Lambda. */
    public ReadNotification() {
        this(Wiring.shared().edge(), Wiring.shared().inbox());
    }

    ReadNotification(Edge edge, Inbox inbox) {
        super(edge);
        this.inbox = inbox;
    }

    @Override
    protected Response answer(Call call) {
        var read = call.notification().then(event -> inbox.read(call.caller(), event, call.now()));
        return Response.ok(read, NotificationWire::of);
    }
}
