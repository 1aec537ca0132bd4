package dev.tagalong.domain.subscription;

import dev.tagalong.domain.DepartmentId;
import java.util.UUID;

/** A thread as a path names it. */
public record ThreadName(DepartmentId department, UUID customer) {}
