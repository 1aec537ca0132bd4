package dev.tagalong.handlers.talkjs;

import dev.tagalong.domain.follow.InboundAddresses;
import dev.tagalong.domain.follow.Seat;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/**
 * GET /v1/{appId}/conversations/{id}/participants/{userId}/email, and of the participant itself: the address by which they
 * write into the conversation by mail (TalkJS participants).
 */
public final class GetParticipantEmail extends ParticipantEndpoint {
    private final InboundAddresses addresses;

    /** For Lambda. */
    public GetParticipantEmail() {
        this(Wiring.shared().edge(), Wiring.shared().inboundAddresses());
    }

    GetParticipantEmail(Edge edge, InboundAddresses addresses) {
        super(edge);
        this.addresses = addresses;
    }

    @Override
    Response answer(Call call, Seat seat, @Nullable TalkJsVersion version) {
        return Response.plain(addresses.of(call.caller(), seat), address -> Json.object("emailAddress", address));
    }
}
