package dev.tagalong.domain.people;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.key.ApiKeys;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lists, shows, changes and erases the agents and contacts of a workspace, for admins and owners. Agents and contacts are each
 * found among their own kind only, and the System user among neither. Somebody who is deactivated sees, does and hears
 * nothing from the transaction on; their sockets are closed after it, by the same call.
 */
public final class Users {
    private final Records records;
    private final Ledger ledger;
    private final Roster roster;
    private final ApiKeys keys;
    private final UserRules rules;

    public Users(Records records, Ledger ledger, Roster roster, ApiKeys keys) {
        this.records = records;
        this.ledger = ledger;
        this.roster = roster;
        this.keys = keys;
        this.rules = new UserRules(roster);
    }

    /** A page of them by name, active or not; of those of whom name, address or a word of either begins like search. */
    public Outcome<Page<User>> page(Caller caller, UserType type, String search, int page, int size) {
        return admin(caller, records.read(Admins.lookup(caller))).map(admin -> {
            var beginning = Folded.of(search);
            var all =
                    type == UserType.CONTACT ? roster.contacts(caller.workspace()) : roster.agents(caller.workspace());
            var matching = all.stream()
                    .filter(listed -> listed.begins(beginning))
                    .map(Listed::user)
                    .toList();
            var cut = Page.of(matching, page, size);
            var found = records.read(Admins.lookup(caller).users(cut.rows()));
            var shown = cut.rows().stream()
                    .map(found::user)
                    .flatMap(Optional::stream)
                    .toList();
            return new Page<>(shown, cut.total(), cut.page(), cut.size());
        });
    }

    /** One of them. */
    public Outcome<User> get(Caller caller, UserType type, UserId id) {
        return entered(caller, type, id).map(Entered::user);
    }

    /**
     * Changes person, external id, role or activity of one of them; gives them as they are then. With a higher role they lose
     * their API keys: whoever made these may not be allowed to make keys of that role. Who is no longer active hears nothing
     * more; open sockets are closed right afterwards.
     */
    public Outcome<User> change(Caller caller, UserType type, UserId id, UnaryOperator<User> change) {
        return Attempts.until(() -> Attempts.then(entered(caller, type, id), entered -> {
            var before = entered.user();
            var after = change.apply(before);
            return Attempts.then(
                    rules.expectations(caller.workspace(), entered.admin(), before, after),
                    expected -> save(caller, before, after, expected));
        }));
    }

    /**
     * Erases one of them; gives whom. They are gone with the transaction, and hear nothing more; what was theirs, open sockets
     * too, is purged right afterwards, driven by the tombstone that it leaves.
     */
    public Outcome<UserId> erase(Caller caller, UserType type, UserId id, Instant now) {
        return Attempts.until(() -> Attempts.then(
                entered(caller, type, id),
                entered -> Attempts.then(
                        rules.expectations(caller.workspace(), entered.admin(), entered.user(), null), expected -> {
                            var writes = new ArrayList<>(expected);
                            writes.add(new Write.EraseUser(entered.user(), caller.user(), now));
                            return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(id));
                        })));
    }

    private Optional<Outcome<User>> save(Caller caller, User before, User after, List<Write> expected) {
        if (after.equals(before)) {
            return Optional.of(Outcome.done(before));
        }
        var writes = new ArrayList<>(expected);
        writes.add(new Write.UpdateUser(before, after));
        var role = after.role();
        if (role != null && !before.hasRole(role)) {
            writes.add(new Write.RevokeKeys(keys.ring(caller.workspace(), before.id())));
        }
        return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(after));
    }

    private Outcome<Entered> entered(Caller caller, UserType type, UserId id) {
        var snapshot = records.read(Admins.lookup(caller).user(id));
        return admin(caller, snapshot)
                .then(admin -> snapshot.user(id)
                        .filter(user -> user.type() == type)
                        .map(user -> Outcome.done(new Entered(admin, user)))
                        .orElseGet(() -> Outcome.refused(new Refusal.NotFound("user"))));
    }

    private static Outcome<User> admin(Caller caller, Snapshot snapshot) {
        return Admins.admin(caller, Scope.USERS_MANAGE, snapshot);
    }

    private record Entered(User admin, User user) {}
}
