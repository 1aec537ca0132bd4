package dev.tagalong.handlers.follow;

import dev.tagalong.domain.follow.Followers;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** DELETE /api/v1/conversations/{uuid}/followers/{user_id}: ends somebody's following (HelperIQ followers). */
public final class RemoveFollower extends Endpoint {
    private final Followers followers;

    /** For Lambda. */
    public RemoveFollower() {
        this(Wiring.shared().edge(), Wiring.shared().followers());
    }

    RemoveFollower(Edge edge, Followers followers) {
        super(edge);
        this.followers = followers;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = followers.remove(call.caller(), call.conversation(), call.user(), call.now());
        return Response.ok(outcome, ParticipantsWire::refreshed);
    }
}
