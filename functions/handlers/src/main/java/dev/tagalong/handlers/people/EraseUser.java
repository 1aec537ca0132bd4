package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Users;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** DELETE /api/v1/agents/{agent_id} and /api/v1/contacts/{contact_id}: erases one of them for good. */
public final class EraseUser extends Endpoint {
    private final Users users;

    /** For Lambda. */
    public EraseUser() {
        this(Wiring.shared().edge(), Wiring.shared().users());
    }

    EraseUser(Edge edge, Users users) {
        super(edge);
        this.users = users;
    }

    @Override
    protected Response answer(Call call) {
        var named = UserPath.of(call);
        var outcome = users.erase(call.caller(), named.type(), named.id(), call.now());
        return Response.ok(outcome, id -> Json.object("deleted", true));
    }
}
