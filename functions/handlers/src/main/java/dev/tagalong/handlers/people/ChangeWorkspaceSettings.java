package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/settings: changes what is given. */
public final class ChangeWorkspaceSettings extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public ChangeWorkspaceSettings() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    ChangeWorkspaceSettings(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        var outcome =
                administration.changeSettings(call.caller(), settings -> WorkspaceWire.merge(settings, call.body()));
        return Response.ok(outcome, WorkspaceWire::of);
    }
}
