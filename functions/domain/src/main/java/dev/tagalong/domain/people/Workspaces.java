package dev.tagalong.domain.people;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes workspaces, each with its System user and first owner, in one transaction. For the operator. */
public final class Workspaces {
    /** The System user of every workspace. */
    public static final UserId SYSTEM = new UserId(1);

    /** Longer names would not fit into the addresses of participants. */
    private static final int LONGEST = 37;

    private final Ledger ledger;
    private final Ids ids;

    public Workspaces(Ledger ledger, Ids ids) {
        this.ledger = ledger;
        this.ids = ids;
    }

    /**
     * Makes a workspace.
     *
     * @param ownerId of the first owner, not 1
     */
    public Outcome<User> create(WorkspaceId workspace, UserId ownerId, Person person) {
        if (ownerId.equals(SYSTEM)) {
            return Outcome.refused(new Refusal.Invalid("owner.id", "1 is the System user"));
        }
        if (workspace.value().length() > LONGEST) {
            return Outcome.refused(new Refusal.Invalid("workspace", "must have at most " + LONGEST + " characters"));
        }
        var owner = user(ownerId, UserType.AGENT, Role.OWNER, person);
        var system = user(SYSTEM, UserType.SYSTEM, null, new Person("System", "", null, null));
        var writes = List.<Write>of(
                new Write.CreateWorkspace(WorkspaceSettings.DEFAULT),
                new Write.CreateUser(system),
                new Write.CreateUser(owner));
        var commit = ledger.commit(workspace, writes);
        return commit instanceof Commit.Committed ? Outcome.done(owner) : Outcome.refused(Commit.refusal(commit));
    }

    private User user(UserId id, UserType type, @Nullable Role role, Person person) {
        return new User(id, ids.random(), null, type, role, person, Set.of(), true, NotificationSettings.DEFAULT);
    }
}
