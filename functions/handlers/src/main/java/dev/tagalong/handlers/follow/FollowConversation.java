package dev.tagalong.handlers.follow;

import dev.tagalong.domain.follow.Followers;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/conversations/{uuid}/follow: makes the caller a follower (HelperIQ followers). */
public final class FollowConversation extends Endpoint {
    private final Followers followers;

    /** For Lambda. */
    public FollowConversation() {
        this(Wiring.shared().edge(), Wiring.shared().followers());
    }

    FollowConversation(Edge edge, Followers followers) {
        super(edge);
        this.followers = followers;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = followers.follow(call.caller(), call.conversation(), call.now());
        return Response.ok(outcome, ParticipantsWire::refreshed);
    }
}
