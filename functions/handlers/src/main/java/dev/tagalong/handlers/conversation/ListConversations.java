package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.ConversationLists;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/conversations: what the caller may see, newest activity first. */
public final class ListConversations extends Endpoint {
    private final ConversationLists lists;

    /** For Lambda. */
    public ListConversations() {
        this(Wiring.shared().edge(), Wiring.shared().lists());
    }

    ListConversations(Edge edge, ConversationLists lists) {
        super(edge);
        this.lists = lists;
    }

    @Override
    protected Response answer(Call call) {
        var query = call.query();
        var size = query.size("page_size", Response.PAGE_SIZE);
        var outcome = lists.list(call.caller(), ListRequest.read(query, false), query.page(), size);
        return Response.page(outcome, ConversationWire::of);
    }
}
