package dev.tagalong.domain.people;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds people and what they belong to by their other names, consistently. Thread-safe. */
public interface Directory {
    /** The user with that address, case folded. */
    Optional<UserId> byEmail(WorkspaceId workspace, String email);

    /** The user with that uuid. */
    Optional<UserId> byUuid(WorkspaceId workspace, UUID uuid);

    /** The users with those uuids, as far as there are any, with one call for each hundred. */
    Map<UUID, UserId> byUuids(WorkspaceId workspace, Set<UUID> uuids);

    /** The user with that external id. */
    Optional<UserId> byExternalId(WorkspaceId workspace, String externalId);

    /** The members of a team; empty if there is no such team. */
    List<UserId> members(WorkspaceId workspace, TeamId team);

    /** A team with its members. */
    Optional<Team> team(WorkspaceId workspace, TeamId team);

    /** Every team, in no order. */
    List<TeamName> teams(WorkspaceId workspace);

    /** Every inbox, in no order. */
    List<Inbox> inboxes(WorkspaceId workspace);

    /** Every department, in no order. */
    List<Department> departments(WorkspaceId workspace);

    /** An inbox. */
    Optional<Inbox> inbox(WorkspaceId workspace, InboxId inbox);

    /** A department. */
    Optional<Department> department(WorkspaceId workspace, DepartmentId department);

    /** Whether the table can be read at all; throws if not. */
    void ping();
}
