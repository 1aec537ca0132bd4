package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.Conversations;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/conversations/by-ref/{n}: the conversation with that number, and how the caller stands to it. */
public final class GetConversationByReference extends Endpoint {
    private final Conversations conversations;

    /** For Lambda. */
    public GetConversationByReference() {
        this(Wiring.shared().edge(), Wiring.shared().conversations());
    }

    GetConversationByReference(Edge edge, Conversations conversations) {
        super(edge);
        this.conversations = conversations;
    }

    @Override
    protected Response answer(Call call) {
        return Response.ok(
                conversations.openByReference(call.caller(), call.number("n"), call.now()), ConversationWire::opened);
    }
}
