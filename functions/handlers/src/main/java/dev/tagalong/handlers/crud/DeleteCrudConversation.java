package dev.tagalong.handlers.crud;

import dev.tagalong.domain.conversation.ConversationDeletion;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** DELETE /conversations/{uuid}: deletes it for good, with everything that hangs on it. */
public final class DeleteCrudConversation extends Endpoint {
    private final ConversationDeletion deletion;

    /** For Lambda. */
    public DeleteCrudConversation() {
        this(Wiring.shared().edge(), Wiring.shared().deletion());
    }

    DeleteCrudConversation(Edge edge, ConversationDeletion deletion) {
        super(edge);
        this.deletion = deletion;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = deletion.delete(call.caller(), call.conversation(), call.now());
        return Envelope.of(200, outcome, id -> Json.object("_id", id.toString()));
    }
}
