package dev.tagalong.handlers.people;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/departments/{department_uuid}: gives a department another name. */
public final class RenameDepartment extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public RenameDepartment() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    RenameDepartment(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        var id = new DepartmentId(call.uuid("department_uuid"));
        var outcome =
                administration.renameDepartment(call.caller(), id, call.body().text("name", 100));
        return Response.ok(outcome, PlaceWire::of);
    }
}
