package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/contacts: makes a contact. */
public final class CreateContact extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public CreateContact() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    CreateContact(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        return Response.created(administration.create(call.caller(), UserRequest.contact(call.body())), UserWire::full);
    }
}
