package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Teams;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/teams: makes a team of agents. */
public final class CreateTeam extends Endpoint {
    private final Teams teams;

    /** For Lambda. */
    public CreateTeam() {
        this(Wiring.shared().edge(), Wiring.shared().teams());
    }

    CreateTeam(Edge edge, Teams teams) {
        super(edge);
        this.teams = teams;
    }

    @Override
    protected Response answer(Call call) {
        var members = TeamWire.members(call.body());
        var outcome = teams.create(call.caller(), call.body().text("name", 100), members);
        return Response.created(outcome, TeamWire::of);
    }
}
