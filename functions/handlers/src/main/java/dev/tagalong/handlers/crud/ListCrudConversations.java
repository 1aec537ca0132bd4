package dev.tagalong.handlers.crud;

import dev.tagalong.domain.conversation.ConversationLists;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /conversations: what the caller may see, newest activity first. */
public final class ListCrudConversations extends Endpoint {
    private static final int PAGE_SIZE = 50;

    private final ConversationLists lists;
    private final UserNames names;

    /** For Lambda. */
    public ListCrudConversations() {
        this(
                Wiring.shared().edge(),
                Wiring.shared().lists(),
                new UserNames(Wiring.shared().directory()));
    }

    ListCrudConversations(Edge edge, ConversationLists lists, UserNames names) {
        super(edge);
        this.lists = lists;
        this.names = names;
    }

    @Override
    protected Response answer(Call call) {
        var size = call.query().size("limit", PAGE_SIZE);
        var page = call.query().page();
        var filter = new CrudRequests(call.caller().workspace(), names).filter(call.query());
        return Envelope.page(lists.list(call.caller(), filter, page, size), CrudWire::of);
    }
}
