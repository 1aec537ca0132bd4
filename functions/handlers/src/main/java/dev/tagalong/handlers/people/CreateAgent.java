package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/agents: makes an agent. */
public final class CreateAgent extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public CreateAgent() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    CreateAgent(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        return Response.created(administration.create(call.caller(), UserRequest.agent(call.body())), UserWire::full);
    }
}
