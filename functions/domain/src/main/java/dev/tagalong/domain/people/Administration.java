package dev.tagalong.domain.people;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Numbering;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes users, makes and renames inboxes and departments, and changes the workspace's switches. For admins and owners; the
 * names of inboxes and departments are for every agent.
 */
public final class Administration {
    private final Records records;
    private final Ledger ledger;
    private final Directory directory;
    private final Ids ids;

    public Administration(Records records, Ledger ledger, Directory directory, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.directory = directory;
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
                    step -> user(caller.workspace(), draft, step),
                    user -> ledger.commit(caller.workspace(), List.of(new Write.CreateUser(user))));
        });
    }

    private User user(WorkspaceId workspace, NewUser draft, int step) {
        var id = draft.id() != null ? draft.id() : new UserId(ledger.next(workspace, Ledger.Counter.USER, step));
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

    /** Makes an inbox. */
    public Outcome<Inbox> createInbox(Caller caller, String name) {
        return admin(caller, Scope.SETTINGS_MANAGE).then(admin -> {
            var inbox = new Inbox(new InboxId(ledger.next(caller.workspace(), Ledger.Counter.INBOX)), name);
            return commit(caller, List.of(new Write.CreateInbox(inbox)), () -> inbox);
        });
    }

    /** A page of the inboxes by name. */
    public Outcome<Page<Inbox>> inboxes(Caller caller, int page, int size) {
        return byName(caller, directory::inboxes, Inbox::name, page, size);
    }

    /** Renames an inbox. */
    public Outcome<Inbox> renameInbox(Caller caller, InboxId id, String name) {
        return renamed(
                caller,
                "inbox",
                () -> directory.inbox(caller.workspace(), id),
                before -> new Write.RenameInbox(before, name),
                new Inbox(id, name));
    }

    /** Makes a department. */
    public Outcome<Department> createDepartment(Caller caller, String name) {
        return admin(caller, Scope.SETTINGS_MANAGE).then(admin -> {
            var department = new Department(new DepartmentId(ids.random()), name);
            return commit(caller, List.of(new Write.CreateDepartment(department)), () -> department);
        });
    }

    /** A page of the departments by name. */
    public Outcome<Page<Department>> departments(Caller caller, int page, int size) {
        return byName(caller, directory::departments, Department::name, page, size);
    }

    /** Renames a department. */
    public Outcome<Department> renameDepartment(Caller caller, DepartmentId id, String name) {
        return renamed(
                caller,
                "department",
                () -> directory.department(caller.workspace(), id),
                before -> new Write.RenameDepartment(before, name),
                new Department(id, name));
    }

    private <T> Outcome<Page<T>> byName(
            Caller caller, Function<WorkspaceId, List<T>> all, Function<T, String> name, int page, int size) {
        return Admins.agent(caller, records.read(Admins.lookup(caller))).map(agent -> {
            var sorted = all.apply(caller.workspace()).stream()
                    .sorted(Comparator.comparing(
                            each -> Folded.of(name.apply(each)).text()))
                    .toList();
            return Page.of(sorted, page, size);
        });
    }

    private <T> Outcome<T> renamed(
            Caller caller, String what, Supplier<Optional<T>> find, Function<T, Write> rename, T after) {
        return Attempts.until(() -> Attempts.then(
                admin(caller, Scope.SETTINGS_MANAGE),
                admin -> find.get()
                        .map(before -> Attempts.of(
                                ledger.commit(caller.workspace(), List.of(rename.apply(before))),
                                () -> Outcome.done(after)))
                        .orElseGet(() -> Optional.of(Outcome.refused(new Refusal.NotFound(what))))));
    }

    /** The workspace's switches. */
    public Outcome<WorkspaceSettings> settings(Caller caller) {
        return admin(caller, Scope.SETTINGS_MANAGE)
                .map(admin -> records.read(Lookup.in(caller.workspace())).settings());
    }

    /** Changes the workspace's switches and gives them as they are then. */
    public Outcome<WorkspaceSettings> changeSettings(Caller caller, UnaryOperator<WorkspaceSettings> change) {
        return Attempts.until(() -> Attempts.then(settings(caller), settings -> {
            var changed = change.apply(settings);
            var commit = ledger.commit(caller.workspace(), List.of(new Write.SaveSettings(settings, changed)));
            return Attempts.of(commit, () -> Outcome.done(changed));
        }));
    }

    private Outcome<User> admin(Caller caller, Scope scope) {
        return Admins.admin(caller, scope, records.read(Admins.lookup(caller)));
    }

    private <T> Outcome<T> commit(Caller caller, List<Write> writes, Supplier<T> made) {
        return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(made.get()))
                .orElseGet(() -> Outcome.refused(Commit.refusal(new Commit.Stale())));
    }
}
