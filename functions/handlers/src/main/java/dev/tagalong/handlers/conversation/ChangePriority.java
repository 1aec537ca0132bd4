package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.ConversationChanges;
import dev.tagalong.domain.conversation.ConversationEdit;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/conversations/{uuid}/priority. */
public final class ChangePriority extends Endpoint {
    private final ConversationChanges changes;

    /** For Lambda. */
    public ChangePriority() {
        this(Wiring.shared().edge(), Wiring.shared().changes());
    }

    ChangePriority(Edge edge, ConversationChanges changes) {
        super(edge);
        this.changes = changes;
    }

    @Override
    protected Response answer(Call call) {
        var priority = call.body().word("priority", Priority.class);
        var outcome = changes.change(
                call.caller(), call.conversation(), ConversationEdit.NOTHING.withPriority(priority), call.now());
        return Response.ok(outcome, ConversationWire::of);
    }
}
