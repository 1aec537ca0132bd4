package dev.tagalong.handlers.talkjs;

import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.follow.Seat;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Query;
import dev.tagalong.handlers.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the calls on one participant have in common: the app in the path must be the caller's own workspace, and the
 * version, where one is named, must be known.
 */
abstract class ParticipantEndpoint extends Endpoint {
    ParticipantEndpoint(Edge edge) {
        super(edge);
    }

    /**
     * Answers one call.
     *
     * @param version null for the workspace's
     */
    abstract Response answer(Call call, Seat seat, @Nullable TalkJsVersion version);

    @Override
    protected final Response answer(Call call) {
        var path = call.path();
        if (!call.caller().workspace().value().equals(path.get("appId"))) {
            return new Response.Refused(new Refusal.NotFound("app"));
        }
        var seat = new Seat(path.getOrDefault("id", ""), path.getOrDefault("userId", ""));
        return answer(call, seat, version(call.query()));
    }

    private static @Nullable TalkJsVersion version(Query query) {
        return query.text("version")
                .map(date -> TalkJsVersion.of(date)
                        .orElseThrow(() -> query.refuse("version", "must be " + TalkJsVersion.dates())))
                .orElse(null);
    }
}
