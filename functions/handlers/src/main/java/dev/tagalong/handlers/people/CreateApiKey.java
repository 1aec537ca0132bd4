package dev.tagalong.handlers.people;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.key.KeyAdministration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Repetition;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/agents/{id}/api-key: makes an API key that speaks for an agent, and shows it this once. */
public final class CreateApiKey extends Endpoint {
    private final KeyAdministration keys;

    /** For Lambda. */
    public CreateApiKey() {
        this(Wiring.shared().edge(), Wiring.shared().keyAdministration());
    }

    CreateApiKey(Edge edge, KeyAdministration keys) {
        super(edge);
        this.keys = keys;
    }

    @Override
    protected Repetition repetition() {
        return Repetition.REFUSED;
    }

    @Override
    protected Response answer(Call call) {
        var agent = new UserId(call.number("id"));
        var name = call.body().text("name", 100);
        var outcome = keys.create(call.caller(), agent, name, ApiKeyWire.scopes(call.body()), call.now());
        return Response.created(outcome, ApiKeyWire::shown);
    }
}
