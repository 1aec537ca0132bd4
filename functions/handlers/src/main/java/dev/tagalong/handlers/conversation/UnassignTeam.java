package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.ConversationChanges;
import dev.tagalong.domain.conversation.ConversationEdit;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/conversations/{uuid}/assignee/team/remove. */
public final class UnassignTeam extends Endpoint {
    private final ConversationChanges changes;

    /** For Lambda. */
    public UnassignTeam() {
        this(Wiring.shared().edge(), Wiring.shared().changes());
    }

    UnassignTeam(Edge edge, ConversationChanges changes) {
        super(edge);
        this.changes = changes;
    }

    @Override
    protected Response answer(Call call) {
        var outcome =
                changes.change(call.caller(), call.conversation(), ConversationEdit.NOTHING.withTeam(null), call.now());
        return Response.ok(outcome, ConversationWire::of);
    }
}
