package dev.tagalong.handlers.communications;

import dev.tagalong.domain.subscription.ThreadFollowers;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Repetition;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/**
 * POST /communications/department/{departmentUUID}/customer/{customerUUID}/followers: adds and revokes followers of a
 * thread, as department and customer clients have them. An entry that is not applied is an error of an answer with 200.
 */
public final class ChangeThreadFollowers extends Endpoint {
    private final ThreadFollowers followers;

    /** For Lambda. */
    public ChangeThreadFollowers() {
        this(Wiring.shared().edge(), Wiring.shared().threadFollowers());
    }

    ChangeThreadFollowers(Edge edge, ThreadFollowers followers) {
        super(edge);
        this.followers = followers;
    }

    @Override
    protected Repetition repetition() {
        return Repetition.HARMLESS;
    }

    @Override
    protected Response answer(Call call) {
        var name = ThreadPath.of(call);
        var entries = new ThreadRequest(name).entries(call.body());
        return ThreadWire.response(followers.apply(call.caller(), name, entries));
    }
}
