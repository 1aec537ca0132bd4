package dev.tagalong.handlers.activity;

import dev.tagalong.domain.activity.Activities;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/conversations/{uuid}/activities: the log, newest first. */
public final class ListActivities extends Endpoint {
    private final Activities activities;

    /** For Lambda. */
    public ListActivities() {
        this(Wiring.shared().edge(), Wiring.shared().activities());
    }

    ListActivities(Edge edge, Activities activities) {
        super(edge);
        this.activities = activities;
    }

    @Override
    protected Response answer(Call call) {
        var query = call.query();
        var size = query.size("page_size", Response.PAGE_SIZE);
        var outcome = activities.page(call.caller(), call.conversation(), query.page(), size);
        return Response.page(outcome, ActivityWire::of);
    }
}
