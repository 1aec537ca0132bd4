package dev.tagalong.domain.people;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.notification.NotificationSettings;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user of a workspace.
 *
 * @param externalId what TalkJS clients call this user; null if never given
 * @param role null unless type is AGENT
 * @param teams the teams this agent is a member of
 * @param active false once deactivated: sees, receives and does nothing
 */
public record User(
        UserId id,
        UUID uuid,
        @Nullable String externalId,
        UserType type,
        @Nullable Role role,
        Person person,
        Set<TeamId> teams,
        boolean active,
        NotificationSettings settings) {
    public User {
        if ((type == UserType.AGENT) != (role != null)) {
            throw new IllegalArgumentException("an agent has a role, nobody else does");
        }
        teams = Set.copyOf(teams);
    }

    public boolean isAgent() {
        return type == UserType.AGENT;
    }

    public boolean isContact() {
        return type == UserType.CONTACT;
    }

    public boolean isSystem() {
        return type == UserType.SYSTEM;
    }

    /** Whether this is an agent whose role is the given one or above it. */
    public boolean hasRole(Role least) {
        return role != null && role.atLeast(least);
    }

    /** The same user with what an admin may change about them. */
    public User with(Person other, @Nullable String otherExternalId, @Nullable Role otherRole, boolean isActive) {
        return new User(id, uuid, otherExternalId, type, otherRole, other, teams, isActive, settings);
    }

    /** The same user with other teams. */
    public User withTeams(Set<TeamId> others) {
        return new User(id, uuid, externalId, type, role, person, others, active, settings);
    }

    /** The same user with other settings. */
    public User withSettings(NotificationSettings others) {
        return new User(id, uuid, externalId, type, role, person, teams, active, others);
    }
}
