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
 * PUT /v1/{appId}/conversations/{id}/participants/{userId}: makes somebody a participant, on the terms that the body
 * says and no others (TalkJS participants).
 */
public final class JoinConversation extends ParticipantEndpoint {
    private final Memberships memberships;

    /** For Lambda. */
    public JoinConversation() {
        this(Wiring.shared().edge(), Wiring.shared().memberships());
    }

    JoinConversation(Edge edge, Memberships memberships) {
        super(edge);
        this.memberships = memberships;
    }

    @Override
    Response answer(Call call, Seat seat, @Nullable TalkJsVersion version) {
        var outcome = memberships.join(call.caller(), seat, TermsRequest.join(call.body()), call.now());
        return Response.plain(outcome, changed -> Map.of());
    }
}
