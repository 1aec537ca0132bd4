package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Users;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/agents/{agent_id} and /api/v1/contacts/{contact_id}: changes what is given. */
public final class ChangeUser extends Endpoint {
    private final Users users;

    /** For Lambda. */
    public ChangeUser() {
        this(Wiring.shared().edge(), Wiring.shared().users());
    }

    ChangeUser(Edge edge, Users users) {
        super(edge);
        this.users = users;
    }

    @Override
    protected Response answer(Call call) {
        var named = UserPath.of(call);
        var outcome =
                users.change(call.caller(), named.type(), named.id(), user -> UserRequest.merge(user, call.body()));
        return Response.ok(outcome, UserWire::full);
    }
}
