package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.Conversations;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/conversations/{uuid}: one conversation, and how the caller stands to it. */
public final class GetConversation extends Endpoint {
    private final Conversations conversations;

    /** For Lambda. */
    public GetConversation() {
        this(Wiring.shared().edge(), Wiring.shared().conversations());
    }

    GetConversation(Edge edge, Conversations conversations) {
        super(edge);
        this.conversations = conversations;
    }

    @Override
    protected Response answer(Call call) {
        return Response.ok(
                conversations.open(call.caller(), call.conversation(), call.now()), ConversationWire::opened);
    }
}
