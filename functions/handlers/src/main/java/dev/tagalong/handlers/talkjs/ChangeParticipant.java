package dev.tagalong.handlers.talkjs;

import dev.tagalong.domain.follow.Memberships;
import dev.tagalong.domain.follow.Seat;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PATCH /v1/{appId}/conversations/{id}/participants/{userId}: changes those terms of a participant that the body says
 * (TalkJS participants).
 */
public final class ChangeParticipant extends ParticipantEndpoint {
    private final Memberships memberships;

    /** For Lambda. */
    public ChangeParticipant() {
        this(Wiring.shared().edge(), Wiring.shared().memberships());
    }

    ChangeParticipant(Edge edge, Memberships memberships) {
        super(edge);
        this.memberships = memberships;
    }

    @Override
    Response answer(Call call, Seat seat, @Nullable TalkJsVersion version) {
        var change = TermsRequest.change(call.body());
        var outcome = memberships.change(call.caller(), seat, change, version, call.now());
        return Response.plain(outcome, changed -> Map.of());
    }
}
