package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/settings: the workspace's switches. */
public final class GetWorkspaceSettings extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public GetWorkspaceSettings() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    GetWorkspaceSettings(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        return Response.ok(administration.settings(call.caller()), WorkspaceWire::of);
    }
}
