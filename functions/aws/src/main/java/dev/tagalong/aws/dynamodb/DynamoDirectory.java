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
import dev.tagalong.domain.people.TeamName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds people and what they belong to with single consistent reads. */
public final class DynamoDirectory implements Directory {
    private static final String NAME = "name";

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
        return table.query(Keys.members(workspace, team), Keys.MEMBER).stream()
                .map(item -> new UserId(Item.read(item).count("user")))
                .toList();
    }

    @Override
    public Optional<Team> team(WorkspaceId workspace, TeamId team) {
        return Optional.ofNullable(name(Keys.team(workspace, team)))
                .map(name -> new Team(team, name, new HashSet<>(members(workspace, team))));
    }

    @Override
    public List<TeamName> teams(WorkspaceId workspace) {
        return named(Keys.teams(workspace), (id, name) -> new TeamName(new TeamId(Integer.parseInt(id)), name));
    }

    @Override
    public List<Inbox> inboxes(WorkspaceId workspace) {
        return named(Keys.inboxes(workspace), (id, name) -> new Inbox(new InboxId(Integer.parseInt(id)), name));
    }

    @Override
    public List<Department> departments(WorkspaceId workspace) {
        return named(
                Keys.departments(workspace), (id, name) -> new Department(new DepartmentId(UUID.fromString(id)), name));
    }

    /** What has no name any more was deleted. */
    private <T> List<T> named(String partition, BiFunction<String, String, T> read) {
        return table.query(partition).stream()
                .map(Item::read)
                .filter(item -> item.has(NAME))
                .map(item -> read.apply(item.text(Keys.SK), item.text(NAME)))
                .toList();
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
        return Item.read(table.get(key)).textOrNull(NAME);
    }

    @Override
    public void ping() {
        table.get(Keys.nothing());
    }
}
