package dev.tagalong.domain.people;

/** An agent's role, weakest first. */
public enum Role {
    AGENT,
    SUPERVISOR,
    ADMIN,
    OWNER;

    /** Whether this role is the other or stands above it. */
    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
