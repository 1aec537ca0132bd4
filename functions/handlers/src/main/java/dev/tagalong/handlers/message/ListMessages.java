package dev.tagalong.handlers.message;

import dev.tagalong.domain.message.Messages;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/conversations/{uuid}/messages: page 1 holds the newest, within a page the oldest comes first. */
public final class ListMessages extends Endpoint {
    private final Messages messages;

    /** For Lambda. */
    public ListMessages() {
        this(Wiring.shared().edge(), Wiring.shared().messages());
    }

    ListMessages(Edge edge, Messages messages) {
        super(edge);
        this.messages = messages;
    }

    @Override
    protected Response answer(Call call) {
        var query = call.query();
        var size = query.size("page_size", Response.PAGE_SIZE);
        var outcome = messages.page(call.caller(), call.conversation(), query.page(), size);
        return Response.page(outcome.map(MessageWire::of), row -> row);
    }
}
