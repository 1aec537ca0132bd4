package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.conversation.Assignments;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/conversations/{uuid}/assignee/user/remove. */
public final class UnassignUser extends Endpoint {
    private final Assignments assignments;

    /** For Lambda. */
    public UnassignUser() {
        this(Wiring.shared().edge(), Wiring.shared().assignments());
    }

    UnassignUser(Edge edge, Assignments assignments) {
        super(edge);
        this.assignments = assignments;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = assignments.assignUser(call.caller(), call.conversation(), null, call.now());
        return Response.ok(outcome, ConversationWire::of);
    }
}
