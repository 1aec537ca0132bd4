package dev.tagalong.handlers.people;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.people.Teams;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Repetition;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** DELETE /api/v1/teams/{team_id}: deletes a team; what it worked on is then nobody's. */
public final class DeleteTeam extends Endpoint {
    private final Teams teams;

    /** For Lambda. */
    public DeleteTeam() {
        this(Wiring.shared().edge(), Wiring.shared().teams());
    }

    DeleteTeam(Edge edge, Teams teams) {
        super(edge);
        this.teams = teams;
    }

    @Override
    protected Repetition repetition() {
        return Repetition.HARMLESS;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = teams.delete(call.caller(), new TeamId(call.number("team_id")), call.now());
        return Response.ok(outcome, id -> Json.object("deleted", true));
    }
}
