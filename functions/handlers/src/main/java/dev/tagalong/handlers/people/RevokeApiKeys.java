package dev.tagalong.handlers.people;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.key.KeyAdministration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** DELETE /api/v1/agents/{id}/api-key: revokes every API key of an agent. */
public final class RevokeApiKeys extends Endpoint {
    private final KeyAdministration keys;

    /** For Lambda. */
    public RevokeApiKeys() {
        this(Wiring.shared().edge(), Wiring.shared().keyAdministration());
    }

    RevokeApiKeys(Edge edge, KeyAdministration keys) {
        super(edge);
        this.keys = keys;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = keys.revoke(call.caller(), new UserId(call.number("id")));
        return Response.ok(outcome, count -> Json.object("revoked", count));
    }
}
