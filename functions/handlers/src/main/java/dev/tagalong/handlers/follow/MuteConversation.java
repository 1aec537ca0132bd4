package dev.tagalong.handlers.follow;

import dev.tagalong.domain.follow.Mutes;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PUT /api/v1/conversations/{uuid}/mute: silences a conversation for the caller until that time; null ends it. */
public final class MuteConversation extends Endpoint {
    private final Mutes mutes;

    /** For Lambda. */
    public MuteConversation() {
        this(Wiring.shared().edge(), Wiring.shared().mutes());
    }

    MuteConversation(Edge edge, Mutes mutes) {
        super(edge);
        this.mutes = mutes;
    }

    @Override
    protected Response answer(Call call) {
        if (!call.body().has("until")) {
            throw call.body().refuse("until", "is required, a time or null");
        }
        var until = call.body().optionalTime("until").orElse(null);
        var outcome = mutes.mute(call.caller(), call.conversation(), until, call.now());
        return Response.ok(outcome, muted -> wire(muted.orElse(null)));
    }

    private static Map<String, @Nullable Object> wire(@Nullable Instant until) {
        return Json.object("muted", until != null, "until", Json.time(until));
    }
}
