package dev.tagalong.handlers.crud;

import dev.tagalong.domain.conversation.Conversations;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /conversations/{uuid}: one conversation. */
public final class GetCrudConversation extends Endpoint {
    private final Conversations conversations;

    /** For Lambda. */
    public GetCrudConversation() {
        this(Wiring.shared().edge(), Wiring.shared().conversations());
    }

    GetCrudConversation(Edge edge, Conversations conversations) {
        super(edge);
        this.conversations = conversations;
    }

    @Override
    protected Response answer(Call call) {
        return Envelope.of(200, conversations.get(call.caller(), call.conversation()), CrudWire::of);
    }
}
