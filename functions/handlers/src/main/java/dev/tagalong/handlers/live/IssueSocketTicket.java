package dev.tagalong.handlers.live;

import dev.tagalong.domain.access.SocketAdmissions;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Repetition;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/ws-tickets: a one-time ticket for a socket, good for 30 seconds. */
public final class IssueSocketTicket extends Endpoint {
    private final SocketAdmissions admissions;

    /** For Lambda. */
    public IssueSocketTicket() {
        this(Wiring.shared().edge(), Wiring.shared().admissions());
    }

    IssueSocketTicket(Edge edge, SocketAdmissions admissions) {
        super(edge);
        this.admissions = admissions;
    }

    @Override
    protected Repetition repetition() {
        return Repetition.REFUSED;
    }

    @Override
    protected Response answer(Call call) {
        return Response.ok(admissions.issue(call.caller(), call.now()), ticket -> Json.object("ticket", ticket));
    }
}
