package dev.tagalong.domain.people;

import dev.tagalong.domain.TeamId;

/** A team without its members. */
public record TeamName(TeamId id, String name) {}
