package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Assignments;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/conversations/{uuid}/assignee/user. */
public final class AssignUser extends Endpoint {
    private final Assignments assignments;

    /** For Lambda. */
    public AssignUser() {
        this(Wiring.shared().edge(), Wiring.shared().assignments());
    }

    AssignUser(Edge edge, Assignments assignments) {
        super(edge);
        this.assignments = assignments;
    }

    @Override
    protected Response answer(Call call) {
        var user = new UserId(call.body().number("assignee_id", 1, Integer.MAX_VALUE));
        var outcome = assignments.assignUser(call.caller(), call.conversation(), user, call.now());
        return Response.ok(outcome, ConversationWire::of);
    }
}
