package dev.tagalong.domain.people;

import dev.tagalong.domain.DepartmentId;

/** A department of the workspace, which conversations may belong to. */
public record Department(DepartmentId id, String name) {}
