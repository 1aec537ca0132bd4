package dev.tagalong.handlers.crud;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.Workspaces;
import dev.tagalong.handlers.http.UserName;

/** Finds out whom a request names. */
public final class UserNames {
    private final Directory directory;

    public UserNames(Directory directory) {
        this.directory = directory;
    }

    /**
     * The user of that name. A uuid that nobody has means the System user, who is never a customer and never assigned: the
     * domain then refuses or lists nothing, after it has looked at who asks.
     */
    UserId find(WorkspaceId workspace, UserName name) {
        return switch (name) {
            case UserName.ById known -> known.id();
            case UserName.ByUuid named ->
                directory.byUuid(workspace, named.uuid()).orElse(Workspaces.SYSTEM);
        };
    }
}
