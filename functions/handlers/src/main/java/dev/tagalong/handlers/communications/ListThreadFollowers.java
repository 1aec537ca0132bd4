package dev.tagalong.handlers.communications;

import dev.tagalong.domain.subscription.ThreadFollowers;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/**
 * GET /communications/department/{departmentUUID}/customer/{customerUUID}/followers: the followers of a thread in the shape
 * in which they are posted, with all that each hears of as events.
 */
public final class ListThreadFollowers extends Endpoint {
    private final ThreadFollowers followers;

    /** For Lambda. */
    public ListThreadFollowers() {
        this(Wiring.shared().edge(), Wiring.shared().threadFollowers());
    }

    ListThreadFollowers(Edge edge, ThreadFollowers followers) {
        super(edge);
        this.followers = followers;
    }

    @Override
    protected Response answer(Call call) {
        return Response.plain(followers.list(call.caller(), ThreadPath.of(call)), ThreadWire::thread);
    }
}
