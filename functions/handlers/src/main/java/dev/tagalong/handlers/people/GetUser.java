package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Users;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/agents/{agent_id} and /api/v1/contacts/{contact_id}: one of them, for admins. */
public final class GetUser extends Endpoint {
    private final Users users;

    /** For Lambda. */
    public GetUser() {
        this(Wiring.shared().edge(), Wiring.shared().users());
    }

    GetUser(Edge edge, Users users) {
        super(edge);
        this.users = users;
    }

    @Override
    protected Response answer(Call call) {
        var named = UserPath.of(call);
        return Response.ok(users.get(call.caller(), named.type(), named.id()), UserWire::full);
    }
}
