package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/departments: makes a department. */
public final class CreateDepartment extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public CreateDepartment() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    CreateDepartment(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = administration.createDepartment(call.caller(), call.body().text("name", 100));
        return Response.created(outcome, PlaceWire::of);
    }
}
