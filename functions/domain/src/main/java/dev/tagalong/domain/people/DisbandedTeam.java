package dev.tagalong.domain.people;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import java.time.Instant;

/**
 * What a deleted team leaves: its number, which is not given again.
 *
 * @param by who deleted it
 */
public record DisbandedTeam(TeamId team, UserId by, Instant at) {}
