package dev.tagalong.domain.people;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Numbering;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes users, teams, inboxes and departments, and changes the workspace's switches. For admins and owners. */
public final class Administration {
    private final Records records;
    private final Ledger ledger;
    private final Ids ids;

    public Administration(Records records, Ledger ledger, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.ids = ids;
    }

    /** Makes an agent, at most of the caller's own role, or a contact. */
    public Outcome<User> create(Caller caller, NewUser draft) {
        return admin(caller, Scope.USERS_MANAGE).then(admin -> {
            var role = draft.role();
            if (role != null && !admin.hasRole(role)) {
                return Outcome.refused(new Refusal.Forbidden("you may not give a role above your own"));
            }
            return Numbering.until(
                    draft.id() == null,
                    () -> user(caller.workspace(), draft),
                    user -> ledger.commit(caller.workspace(), List.of(new Write.CreateUser(user))));
        });
    }

    private User user(WorkspaceId workspace, NewUser draft) {
        var id = draft.id() != null ? draft.id() : new UserId(ledger.next(workspace, Ledger.Counter.USER));
        return new User(
                id,
                draft.uuid() != null ? draft.uuid() : ids.random(),
                draft.externalId(),
                draft.type(),
                draft.role(),
                draft.person(),
                Set.of(),
                true,
                NotificationSettings.DEFAULT);
    }

    /** Makes a team of agents. */
    public Outcome<Team> createTeam(Caller caller, String name, Set<UserId> members) {
        return admin(caller, Scope.USERS_MANAGE).then(admin -> {
            var found = records.read(Lookup.in(caller.workspace()).users(members));
            for (var member : members) {
                if (found.user(member).filter(User::isAgent).isEmpty()) {
                    return Outcome.refused(new Refusal.Invalid("members", "there is no agent " + member.value()));
                }
            }
            var team = new Team(new TeamId(ledger.next(caller.workspace(), Ledger.Counter.TEAM)), name, members);
            var writes = new ArrayList<Write>();
            writes.add(new Write.CreateTeam(team));
            found.users().values().forEach(user -> {
                var teams = new HashSet<>(user.teams());
                teams.add(team.id());
                writes.add(new Write.SaveUserTeams(user.withTeams(teams)));
            });
            return commit(caller, writes, () -> team);
        });
    }

    /** Makes an inbox. */
    public Outcome<Inbox> createInbox(Caller caller, String name) {
        return admin(caller, Scope.SETTINGS_MANAGE).then(admin -> {
            var inbox = new Inbox(new InboxId(ledger.next(caller.workspace(), Ledger.Counter.INBOX)), name);
            return commit(caller, List.of(new Write.CreateInbox(inbox)), () -> inbox);
        });
    }

    /** Makes a department. */
    public Outcome<Department> createDepartment(Caller caller, String name) {
        return admin(caller, Scope.SETTINGS_MANAGE).then(admin -> {
            var department = new Department(new DepartmentId(ids.random()), name);
            return commit(caller, List.of(new Write.CreateDepartment(department)), () -> department);
        });
    }

    /** The workspace's switches. */
    public Outcome<WorkspaceSettings> settings(Caller caller) {
        return admin(caller, Scope.SETTINGS_MANAGE)
                .map(admin -> records.read(Lookup.in(caller.workspace())).settings());
    }

    /** Changes the workspace's switches and gives them as they are then. */
    public Outcome<WorkspaceSettings> changeSettings(Caller caller, UnaryOperator<WorkspaceSettings> change) {
        return settings(caller).then(settings -> {
            var changed = change.apply(settings);
            return commit(caller, List.of(new Write.SaveSettings(changed)), () -> changed);
        });
    }

    private Outcome<User> admin(Caller caller, Scope scope) {
        var snapshot = records.read(Lookup.in(caller.workspace()).user(caller.user()));
        return Gate.caller(caller, snapshot)
                .then(user -> user.hasRole(Role.ADMIN) && caller.hasScope(scope)
                        ? Outcome.done(user)
                        : Outcome.refused(new Refusal.Forbidden("this is for admins and owners")));
    }

    private <T> Outcome<T> commit(Caller caller, List<Write> writes, Supplier<T> made) {
        return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(made.get()))
                .orElseGet(() -> Outcome.refused(Commit.refusal(new Commit.Stale())));
    }
}
