package dev.tagalong.handlers.people;

import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/inboxes/{inbox_id}: gives an inbox another name. */
public final class RenameInbox extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public RenameInbox() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    RenameInbox(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        var id = new InboxId(call.number("inbox_id"));
        var outcome = administration.renameInbox(call.caller(), id, call.body().text("name", 100));
        return Response.ok(outcome, PlaceWire::of);
    }
}
