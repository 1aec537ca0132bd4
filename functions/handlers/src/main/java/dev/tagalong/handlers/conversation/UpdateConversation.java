package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.ConversationChanges;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/conversations/{uuid}: changes the fields that are given, all of them or none. */
public final class UpdateConversation extends Endpoint {
    private final ConversationChanges changes;

    /** For Lambda. */
    public UpdateConversation() {
        this(Wiring.shared().edge(), Wiring.shared().changes());
    }

    UpdateConversation(Edge edge, ConversationChanges changes) {
        super(edge);
        this.changes = changes;
    }

    @Override
    protected Response answer(Call call) {
        var edit = EditRequest.read(call.body());
        var outcome = changes.change(call.caller(), call.conversation(), edit, call.now());
        return Response.ok(outcome, ConversationWire::of);
    }
}
