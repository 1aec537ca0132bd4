package dev.tagalong.handlers.follow;

import dev.tagalong.domain.follow.Followers;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** DELETE /api/v1/conversations/{uuid}/follow: ends the caller's own following (HelperIQ followers). */
public final class UnfollowConversation extends Endpoint {
    private final Followers followers;

    /** For Lambda. */
    public UnfollowConversation() {
        this(Wiring.shared().edge(), Wiring.shared().followers());
    }

    UnfollowConversation(Edge edge, Followers followers) {
        super(edge);
        this.followers = followers;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = followers.unfollow(call.caller(), call.conversation(), call.now());
        return Response.ok(outcome, ParticipantsWire::refreshed);
    }
}
