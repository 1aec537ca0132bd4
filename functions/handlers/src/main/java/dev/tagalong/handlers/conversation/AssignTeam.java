package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.conversation.Assignments;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/conversations/{uuid}/assignee/team. */
public final class AssignTeam extends Endpoint {
    private final Assignments assignments;

    /** For Lambda. */
    public AssignTeam() {
        this(Wiring.shared().edge(), Wiring.shared().assignments());
    }

    AssignTeam(Edge edge, Assignments assignments) {
        super(edge);
        this.assignments = assignments;
    }

    @Override
    protected Response answer(Call call) {
        var team = new TeamId(call.body().number("assignee_id", 1, Integer.MAX_VALUE));
        var outcome = assignments.assignTeam(call.caller(), call.conversation(), team, call.now());
        return Response.ok(outcome, ConversationWire::of);
    }
}
