package dev.tagalong.handlers.crud;

import dev.tagalong.domain.conversation.ConversationChanges;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /conversations/{uuid}: changes the fields that are given, all of them or none. */
public final class UpdateCrudConversation extends Endpoint {
    private final ConversationChanges changes;
    private final UserNames names;

    /** For Lambda. */
    public UpdateCrudConversation() {
        this(
                Wiring.shared().edge(),
                Wiring.shared().changes(),
                new UserNames(Wiring.shared().directory()));
    }

    UpdateCrudConversation(Edge edge, ConversationChanges changes, UserNames names) {
        super(edge);
        this.changes = changes;
        this.names = names;
    }

    @Override
    protected Response answer(Call call) {
        var conversation = call.conversation();
        var edit = new CrudRequests(call.caller().workspace(), names).edit(call.body());
        return Envelope.of(200, changes.change(call.caller(), conversation, edit, call.now()), CrudWire::of);
    }
}
