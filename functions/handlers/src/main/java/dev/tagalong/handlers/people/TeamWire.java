package dev.tagalong.handlers.people;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.people.Team;
import dev.tagalong.domain.people.Teams;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Json;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How answers show teams, and how their members are read. */
final class TeamWire {
    private TeamWire() {}

    static Map<String, @Nullable Object> of(Team team) {
        return Json.object(
                "id", team.id().value(),
                "name", team.name(),
                "members", team.members().stream().map(UserId::value).sorted().toList());
    }

    static Set<UserId> members(Fields body) {
        return body.numbers("members", Teams.MOST_MEMBERS).stream()
                .map(UserId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
