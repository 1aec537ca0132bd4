package dev.tagalong.handlers.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.follow.Candidates;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.people.UserWire;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/agents/compact: agents by the beginning of a name or an address, for whoever picks one. */
public final class SearchAgents extends Endpoint {
    private static final int LONGEST_SEARCH = 300;

    private final Candidates candidates;

    /** For Lambda. */
    public SearchAgents() {
        this(Wiring.shared().edge(), Wiring.shared().candidates());
    }

    SearchAgents(Edge edge, Candidates candidates) {
        super(edge);
        this.candidates = candidates;
    }

    @Override
    protected Response answer(Call call) {
        var query = call.query();
        var search = query.text("search", LONGEST_SEARCH).orElse("");
        int page = query.page();
        int size = query.size("page_size", Response.PAGE_SIZE);
        var conversation = query.uuid("conversation").map(ConversationId::new);
        var outcome = conversation
                .map(id -> candidates.of(call.caller(), id, search, page, size))
                .orElseGet(() -> candidates.everybody(call.caller(), search, page, size));
        return Response.page(outcome, UserWire::participant);
    }
}
