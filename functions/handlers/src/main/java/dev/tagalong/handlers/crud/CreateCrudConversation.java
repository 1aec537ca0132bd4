package dev.tagalong.handlers.crud;

import dev.tagalong.domain.conversation.Conversations;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /conversations: makes a conversation. */
public final class CreateCrudConversation extends Endpoint {
    private final Conversations conversations;
    private final UserNames names;

    /** For Lambda. */
    public CreateCrudConversation() {
        this(
                Wiring.shared().edge(),
                Wiring.shared().conversations(),
                new UserNames(Wiring.shared().directory()));
    }

    CreateCrudConversation(Edge edge, Conversations conversations, UserNames names) {
        super(edge);
        this.conversations = conversations;
        this.names = names;
    }

    @Override
    protected Response answer(Call call) {
        var draft = new CrudRequests(call.caller().workspace(), names).draft(call.body());
        return Envelope.of(201, conversations.create(call.caller(), draft, call.now()), CrudWire::of);
    }
}
