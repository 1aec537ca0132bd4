package dev.tagalong.domain.people;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import java.util.Set;

/** A team: its members hear frames of what is assigned to it, and may edit it. */
public record Team(TeamId id, String name, Set<UserId> members) {
    public Team {
        members = Set.copyOf(members);
    }
}
