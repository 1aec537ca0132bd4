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
 * DELETE /v1/{appId}/conversations/{id}/participants/{userId}: ends a participation (TalkJS participants).
 */
public final class LeaveConversation extends ParticipantEndpoint {
    private final Memberships memberships;

    /** For Lambda. */
    public LeaveConversation() {
        this(Wiring.shared().edge(), Wiring.shared().memberships());
    }

    LeaveConversation(Edge edge, Memberships memberships) {
        super(edge);
        this.memberships = memberships;
    }

    @Override
    Response answer(Call call, Seat seat, @Nullable TalkJsVersion version) {
        var outcome = memberships.leave(call.caller(), seat, version, call.now());
        return Response.plain(outcome, changed -> Map.of());
    }
}
