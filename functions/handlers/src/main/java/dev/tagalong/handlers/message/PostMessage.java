package dev.tagalong.handlers.message;

import dev.tagalong.domain.message.Messages;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/conversations/{uuid}/messages: posts a note, a reply or a customer's message. */
public final class PostMessage extends Endpoint {
    private final Messages messages;

    /** For Lambda. */
    public PostMessage() {
        this(Wiring.shared().edge(), Wiring.shared().messages());
    }

    PostMessage(Edge edge, Messages messages) {
        super(edge);
        this.messages = messages;
    }

    @Override
    protected Response answer(Call call) {
        var draft = PostRequest.read(call.body());
        var outcome = messages.post(call.caller(), call.conversation(), draft, call.now());
        return Response.created(outcome, MessageWire::of);
    }
}
