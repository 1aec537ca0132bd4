package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.ConversationChanges;
import dev.tagalong.domain.conversation.ConversationEdit;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/conversations/{uuid}/tags: replaces the tags. */
public final class ChangeTags extends Endpoint {
    private final ConversationChanges changes;

    /** For Lambda. */
    public ChangeTags() {
        this(Wiring.shared().edge(), Wiring.shared().changes());
    }

    ChangeTags(Edge edge, ConversationChanges changes) {
        super(edge);
        this.changes = changes;
    }

    @Override
    protected Response answer(Call call) {
        if (!call.body().isGiven("tags")) {
            throw call.body().refuse("tags", "is required");
        }
        var tags = CreateRequest.tags(call.body());
        var outcome =
                changes.change(call.caller(), call.conversation(), ConversationEdit.NOTHING.withTags(tags), call.now());
        return Response.ok(outcome, ConversationWire::of);
    }
}
