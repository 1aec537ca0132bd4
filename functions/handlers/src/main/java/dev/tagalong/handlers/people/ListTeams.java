package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Teams;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/teams: every team by name with its members, for every agent. */
public final class ListTeams extends Endpoint {
    private final Teams teams;

    /** For Lambda. */
    public ListTeams() {
        this(Wiring.shared().edge(), Wiring.shared().teams());
    }

    ListTeams(Edge edge, Teams teams) {
        super(edge);
        this.teams = teams;
    }

    @Override
    protected Response answer(Call call) {
        var query = call.query();
        var outcome = teams.page(call.caller(), query.page(), query.size("page_size", Response.PAGE_SIZE));
        return Response.page(outcome, TeamWire::of);
    }
}
