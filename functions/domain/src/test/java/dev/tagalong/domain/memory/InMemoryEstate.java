package dev.tagalong.domain.memory;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.people.DisbandedTeam;
import dev.tagalong.domain.people.Team;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.purge.Estate;
import dev.tagalong.domain.subscription.Subscription;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What erased users and deleted teams leave behind. */
final class InMemoryEstate implements Estate {
    private final InMemoryStore store;
    private final InMemoryMailWindows windows;

    InMemoryEstate(InMemoryStore store, InMemoryMailWindows windows) {
        this.store = store;
        this.windows = windows;
    }

    @Override
    public Optional<Tombstone> tombstone(WorkspaceId workspace, UserId user) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.tombstones.get(user)));
    }

    @Override
    public Optional<DisbandedTeam> disbanded(WorkspaceId workspace, TeamId team) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.disbanded.get(team)));
    }

    @Override
    public List<Membership> memberships(WorkspaceId workspace, UserId user, int most) {
        return store.in(
                workspace,
                tables -> tables.memberships.values().stream()
                        .filter(membership -> membership.key().user().equals(user))
                        .limit(most)
                        .toList());
    }

    @Override
    public void removeMembership(WorkspaceId workspace, MembershipKey membership) {
        store.in(workspace, tables -> Optional.ofNullable(tables.addresses.remove(membership)));
    }

    @Override
    public List<Subscription> subscriptions(WorkspaceId workspace, UserId user, int most) {
        return store.in(
                workspace,
                tables -> tables.subscriptions.values().stream()
                        .filter(subscription -> subscription.user().equals(user))
                        .limit(most)
                        .toList());
    }

    @Override
    public boolean removePossessions(WorkspaceId workspace, UserId user, int most) {
        windows.forgetAll(workspace, user);
        return store.in(workspace, tables -> {
            var rows = tables.rows.keySet().stream()
                    .filter(key -> key.user().equals(user))
                    .limit(most)
                    .toList();
            rows.forEach(tables.rows::remove);
            tables.deletedRows.removeIf(key -> key.user().equals(user));
            tables.connections.values().stream()
                    .filter(connection -> connection.user().equals(user))
                    .map(Connection::id)
                    .toList()
                    .forEach(id -> InMemoryConnections.remove(tables, id));
            tables.keys.values().removeIf(grant -> grant.user().equals(user));
            return rows.size() == most;
        });
    }

    @Override
    public void removeMember(WorkspaceId workspace, UserId user, Set<TeamId> teams) {
        store.in(workspace, tables -> {
            teams.forEach(id -> tables.teams.computeIfPresent(id, (same, team) -> without(team, user)));
            return teams.size();
        });
    }

    private static Team without(Team team, UserId user) {
        var members = new HashSet<>(team.members());
        members.remove(user);
        return new Team(team.id(), team.name(), members);
    }
}
