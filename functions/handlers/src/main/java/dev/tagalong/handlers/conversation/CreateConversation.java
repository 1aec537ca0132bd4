package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.Conversations;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/conversations: makes a conversation. */
public final class CreateConversation extends Endpoint {
    private final Conversations conversations;

    /** For Lambda. */
    public CreateConversation() {
        this(Wiring.shared().edge(), Wiring.shared().conversations());
    }

    CreateConversation(Edge edge, Conversations conversations) {
        super(edge);
        this.conversations = conversations;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = conversations.create(call.caller(), CreateRequest.read(call.body()), call.now());
        return Response.created(outcome, ConversationWire::of);
    }
}
