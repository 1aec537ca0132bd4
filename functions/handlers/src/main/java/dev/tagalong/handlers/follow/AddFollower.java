package dev.tagalong.handlers.follow;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.follow.Followers;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/conversations/{uuid}/followers: makes somebody a follower (HelperIQ followers). */
public final class AddFollower extends Endpoint {
    private final Followers followers;

    /** For Lambda. */
    public AddFollower() {
        this(Wiring.shared().edge(), Wiring.shared().followers());
    }

    AddFollower(Edge edge, Followers followers) {
        super(edge);
        this.followers = followers;
    }

    @Override
    protected Response answer(Call call) {
        var target = new UserId(call.body().number("user_id", 1, Integer.MAX_VALUE));
        var outcome = followers.add(call.caller(), call.conversation(), target, call.now());
        return Response.ok(outcome, ParticipantsWire::refreshed);
    }
}
