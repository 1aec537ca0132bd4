package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.ConversationLists;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/conversations/following: only tickets that the caller follows (Qiscus ticket followers). */
public final class ListFollowedConversations extends Endpoint {
    private final ConversationLists lists;

    /** For Lambda. */
    public ListFollowedConversations() {
        this(Wiring.shared().edge(), Wiring.shared().lists());
    }

    ListFollowedConversations(Edge edge, ConversationLists lists) {
        super(edge);
        this.lists = lists;
    }

    @Override
    protected Response answer(Call call) {
        var query = call.query();
        var size = query.size("page_size", Response.PAGE_SIZE);
        var outcome = lists.list(call.caller(), ListRequest.read(query, true), query.page(), size);
        return Response.page(outcome, ConversationWire::of);
    }
}
