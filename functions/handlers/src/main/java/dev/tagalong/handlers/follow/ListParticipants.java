package dev.tagalong.handlers.follow;

import dev.tagalong.domain.follow.Followers;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/conversations/{uuid}/participants: the followers (HelperIQ followers). */
public final class ListParticipants extends Endpoint {
    private final Followers followers;

    /** For Lambda. */
    public ListParticipants() {
        this(Wiring.shared().edge(), Wiring.shared().followers());
    }

    ListParticipants(Edge edge, Followers followers) {
        super(edge);
        this.followers = followers;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = followers.list(call.caller(), call.conversation());
        return Response.ok(outcome, ParticipantsWire::list);
    }
}
