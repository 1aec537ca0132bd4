package dev.tagalong.handlers.notification;

import dev.tagalong.domain.notification.Inbox;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** DELETE /api/v1/notifications/{id}: takes a row out of the inbox for good. */
public final class DeleteNotification extends Endpoint {
    private final Inbox inbox;

    /** For Lambda. */
    public DeleteNotification() {
        this(Wiring.shared().edge(), Wiring.shared().inbox());
    }

    DeleteNotification(Edge edge, Inbox inbox) {
        super(edge);
        this.inbox = inbox;
    }

    @Override
    protected Response answer(Call call) {
        var done = call.notification().then(event -> inbox.delete(call.caller(), event));
        return Response.ok(done, deleted -> Json.object("deleted", deleted));
    }
}
