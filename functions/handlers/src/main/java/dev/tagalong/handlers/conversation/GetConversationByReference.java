package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.Conversations;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;
import java.time.InstantSource;

/** GET /api/v1/conversations/by-ref/{n}: the conversation with that number, and how the caller
 * stands to it. */
public final class GetConversationByReference extends Endpoint {
    private final Conversations conversations;
    private final InstantSource clock;

    /** For Lambda. */
    public GetConversationByReference() {
        this(
                Wiring.shared().edge(),
                Wiring.shared().conversations(),
                Wiring.shared().clock());
    }

    GetConversationByReference(Edge edge, Conversations conversations, InstantSource clock) {
        super(edge);
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    protected Response answer(Call call) {
        return Response.ok(
                conversations.openByReference(call.caller(), call.number("n"), clock.instant()),
                ConversationWire::opened);
    }
}
