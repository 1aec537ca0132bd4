package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/inboxes: makes an inbox. */
public final class CreateInbox extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public CreateInbox() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    CreateInbox(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = administration.createInbox(call.caller(), call.body().text("name", 100));
        return Response.created(outcome, PlaceWire::of);
    }
}
