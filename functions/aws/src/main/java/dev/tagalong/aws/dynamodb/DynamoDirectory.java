package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.Inbox;
import dev.tagalong.domain.people.Team;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds people and what they belong to with single consistent reads. */
public final class DynamoDirectory implements Directory {
    private final Table table;

    public DynamoDirectory(Table table) {
        this.table = table;
    }

    @Override
    public Optional<UserId> byEmail(WorkspaceId workspace, String email) {
        return user(Keys.email(workspace, email));
    }

    @Override
    public Optional<UserId> byUuid(WorkspaceId workspace, UUID uuid) {
        return user(Keys.userUuid(workspace, uuid.toString()));
    }

    @Override
    public Optional<UserId> byExternalId(WorkspaceId workspace, String externalId) {
        return user(Keys.externalUser(workspace, externalId));
    }

    @Override
    public Map<UUID, UserId> byUuids(WorkspaceId workspace, Set<UUID> uuids) {
        var keys = uuids.stream()
                .collect(Collectors.toMap(uuid -> Keys.userUuid(workspace, uuid.toString()), Function.identity()));
        var found = new HashMap<UUID, UserId>();
        table.get(keys.keySet())
                .forEach((key, item) -> found.put(
                        Objects.requireNonNull(keys.get(key)),
                        new UserId(Integer.parseInt(Item.read(item).text("of")))));
        return found;
    }

    private Optional<UserId> user(Keys.Key key) {
        return Optional.ofNullable(Item.read(table.get(key)).textOrNull("of"))
                .map(id -> new UserId(Integer.parseInt(id)));
    }

    @Override
    public List<UserId> members(WorkspaceId workspace, TeamId team) {
        return table.query(Keys.team(workspace, team), Keys.MEMBER).stream()
                .map(item -> new UserId(Item.read(item).count("user")))
                .toList();
    }

    @Override
    public Optional<Team> team(WorkspaceId workspace, TeamId team) {
        return Optional.ofNullable(name(Keys.teamMeta(workspace, team)))
                .map(name -> new Team(team, name, new HashSet<>(members(workspace, team))));
    }

    @Override
    public Optional<Inbox> inbox(WorkspaceId workspace, InboxId inbox) {
        return Optional.ofNullable(name(Keys.inbox(workspace, inbox))).map(name -> new Inbox(inbox, name));
    }

    @Override
    public Optional<Department> department(WorkspaceId workspace, DepartmentId department) {
        return Optional.ofNullable(name(Keys.department(workspace, department)))
                .map(name -> new Department(department, name));
    }

    private @Nullable String name(Keys.Key key) {
        return Item.read(table.get(key)).textOrNull("name");
    }

    @Override
    public void ping() {
        table.get(Keys.nothing());
    }
}
