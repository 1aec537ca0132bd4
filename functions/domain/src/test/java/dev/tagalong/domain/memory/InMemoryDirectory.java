package dev.tagalong.domain.memory;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.AsciiAddress;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.Inbox;
import dev.tagalong.domain.people.Team;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.domain.people.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** People by their other names. */
final class InMemoryDirectory implements Directory {
    private final InMemoryStore store;

    InMemoryDirectory(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<UserId> byEmail(WorkspaceId workspace, String email) {
        var folded = AsciiAddress.folded(email);
        return first(workspace, user -> folded.equals(Conditions.foldedEmail(user)));
    }

    @Override
    public Optional<UserId> byUuid(WorkspaceId workspace, UUID uuid) {
        return first(workspace, user -> user.uuid().equals(uuid));
    }

    @Override
    public Optional<UserId> byExternalId(WorkspaceId workspace, String externalId) {
        return first(workspace, user -> externalId.equals(user.externalId()));
    }

    @Override
    public Map<UUID, UserId> byUuids(WorkspaceId workspace, Set<UUID> uuids) {
        return store.in(
                workspace,
                tables -> tables.users.values().stream()
                        .filter(user -> uuids.contains(user.uuid()))
                        .collect(Collectors.toUnmodifiableMap(User::uuid, User::id)));
    }

    private Optional<UserId> first(WorkspaceId workspace, Predicate<User> wanted) {
        return store.in(
                workspace,
                tables -> tables.users.values().stream()
                        .filter(wanted)
                        .map(User::id)
                        .findFirst());
    }

    @Override
    public List<UserId> members(WorkspaceId workspace, TeamId team) {
        return team(workspace, team).map(found -> List.copyOf(found.members())).orElse(List.of());
    }

    @Override
    public Optional<Team> team(WorkspaceId workspace, TeamId team) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.teams.get(team)));
    }

    @Override
    public List<TeamName> teams(WorkspaceId workspace) {
        return store.in(
                workspace,
                tables -> tables.teams.values().stream()
                        .map(team -> new TeamName(team.id(), team.name()))
                        .toList());
    }

    @Override
    public List<Inbox> inboxes(WorkspaceId workspace) {
        return store.in(workspace, tables -> List.copyOf(tables.inboxes.values()));
    }

    @Override
    public List<Department> departments(WorkspaceId workspace) {
        return store.in(workspace, tables -> List.copyOf(tables.departments.values()));
    }

    @Override
    public Optional<Inbox> inbox(WorkspaceId workspace, InboxId inbox) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.inboxes.get(inbox)));
    }

    @Override
    public Optional<Department> department(WorkspaceId workspace, DepartmentId department) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.departments.get(department)));
    }

    @Override
    public void ping() {
        store.faults().called();
    }
}
