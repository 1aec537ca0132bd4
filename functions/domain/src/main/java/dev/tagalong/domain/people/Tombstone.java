package dev.tagalong.domain.people;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import java.time.Instant;
import java.util.Set;

/**
 * What an erased user leaves in place of their profile: their number, which is not given again, and nothing that says who
 * they were.
 *
 * @param teams whose members they were, until they are purged from them
 * @param by who erased them
 */
public record Tombstone(UserId user, Set<TeamId> teams, UserId by, Instant at) {
    public Tombstone {
        teams = Set.copyOf(teams);
    }
}
