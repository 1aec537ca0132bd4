package dev.tagalong.domain.people;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.notification.NotificationSettings;
import java.util.Objects;
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
 * @param mailTrouble why no mail goes to their address; null if nothing is known against it
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
        NotificationSettings settings,
        @Nullable MailTrouble mailTrouble) {
    public User {
        if ((type == UserType.AGENT) != (role != null)) {
            throw new IllegalArgumentException("an agent has a role, nobody else does");
        }
        teams = Set.copyOf(teams);
    }

    /** A user against whose address nothing is known. */
    public User(
            UserId id,
            UUID uuid,
            @Nullable String externalId,
            UserType type,
            @Nullable Role role,
            Person person,
            Set<TeamId> teams,
            boolean active,
            NotificationSettings settings) {
        this(id, uuid, externalId, type, role, person, teams, active, settings, null);
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

    /** The same user with what an admin may change about them; against another address nothing is known. */
    public User with(Person other, @Nullable String otherExternalId, @Nullable Role otherRole, boolean isActive) {
        var trouble = isAt(other.email()) ? mailTrouble : null;
        return new User(id, uuid, otherExternalId, type, otherRole, other, teams, isActive, settings, trouble);
    }

    /** Whether that is their address, whatever its case, and whether or not its domain is in Punycode. */
    public boolean isAt(@Nullable String address) {
        var own = person.email();
        return (own == null || address == null)
                ? Objects.equals(own, address)
                : AsciiAddress.folded(own).equals(AsciiAddress.folded(address));
    }

    /** The same user with other teams. */
    public User withTeams(Set<TeamId> others) {
        return new User(id, uuid, externalId, type, role, person, others, active, settings, mailTrouble);
    }

    /** The same user with other settings. */
    public User withSettings(NotificationSettings others) {
        return new User(id, uuid, externalId, type, role, person, teams, active, others, mailTrouble);
    }

    /** The same user, to whose address no mail goes any more. */
    public User withMailTrouble(MailTrouble trouble) {
        return new User(id, uuid, externalId, type, role, person, teams, active, settings, trouble);
    }
}
