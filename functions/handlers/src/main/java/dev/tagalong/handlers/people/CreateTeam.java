package dev.tagalong.handlers.people;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.people.Administration;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.stream.Collectors;

/** POST /api/v1/teams: makes a team of agents. */
public final class CreateTeam extends Endpoint {
    private final Administration administration;

    /** For Lambda. */
    public CreateTeam() {
        this(Wiring.shared().edge(), Wiring.shared().administration());
    }

    CreateTeam(Edge edge, Administration administration) {
        super(edge);
        this.administration = administration;
    }

    @Override
    protected Response answer(Call call) {
        var members =
                call.body().numbers("members", 45).stream().map(UserId::new).collect(Collectors.toSet());
        var outcome = administration.createTeam(call.caller(), call.body().text("name", 100), members);
        return Response.created(
                outcome,
                team -> Json.object(
                        "id", team.id().value(),
                        "name", team.name(),
                        "members",
                                team.members().stream()
                                        .map(UserId::value)
                                        .sorted()
                                        .toList()));
    }
}
