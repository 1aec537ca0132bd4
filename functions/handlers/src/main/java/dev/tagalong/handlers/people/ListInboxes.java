package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/inboxes: every inbox by name, for every agent. */
public final class ListInboxes extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public ListInboxes() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    ListInboxes(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        var query = call.query();
        int size = query.size("page_size", Response.PAGE_SIZE);
        return Response.page(administration.inboxes(call.caller(), query.page(), size), PlaceWire::of);
    }
}
