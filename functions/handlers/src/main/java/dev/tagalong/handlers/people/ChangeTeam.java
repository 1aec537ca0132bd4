package dev.tagalong.handlers.people;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.people.Teams;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Repetition;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/teams/{team_id}: another name, other members, or both. */
public final class ChangeTeam extends Endpoint {
    private final Teams teams;

    /** For Lambda. */
    public ChangeTeam() {
        this(Wiring.shared().edge(), Wiring.shared().teams());
    }

    ChangeTeam(Edge edge, Teams teams) {
        super(edge);
        this.teams = teams;
    }

    @Override
    protected Repetition repetition() {
        return Repetition.HARMLESS;
    }

    @Override
    protected Response answer(Call call) {
        var body = call.body();
        var name = body.optionalText("name", 100).orElse(null);
        var members = body.isGiven("members") ? TeamWire.members(body) : null;
        var outcome = teams.change(call.caller(), new TeamId(call.number("team_id")), name, members);
        return Response.ok(outcome, TeamWire::of);
    }
}
