package dev.tagalong.domain.memory;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.Listed;
import dev.tagalong.domain.people.Roster;
import dev.tagalong.domain.people.User;
import java.util.List;
import java.util.function.Predicate;

/** Everybody by name. */
final class InMemoryRoster implements Roster {
    private final InMemoryStore store;

    InMemoryRoster(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Listed> agents(WorkspaceId workspace) {
        return all(workspace, User::isAgent);
    }

    @Override
    public List<Listed> contacts(WorkspaceId workspace) {
        return all(workspace, User::isContact);
    }

    private List<Listed> all(WorkspaceId workspace, Predicate<User> wanted) {
        return store.in(
                workspace,
                tables -> tables.users.values().stream()
                        .filter(wanted)
                        .map(Listed::of)
                        .sorted(Listed.BY_NAME)
                        .toList());
    }
}
