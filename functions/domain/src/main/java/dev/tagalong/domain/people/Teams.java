package dev.tagalong.domain.people;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes, lists, changes and deletes teams. Any agent may know them; admins and owners change them. Each member comes or goes in one
 * transaction with what they may see, at once. Many come or go in several transactions; whoever is cut off in between calls again.
 */
public final class Teams {
    /** Most members of a team. */
    public static final int MOST_MEMBERS = 200;

    /** Each member takes two of the hundred items of a transaction. */
    private static final int AT_ONCE = 45;

    private final Records records;
    private final Ledger ledger;
    private final Directory directory;

    public Teams(Records records, Ledger ledger, Directory directory) {
        this.records = records;
        this.ledger = ledger;
        this.directory = directory;
    }

    /** A page of them by name, with their members. */
    public Outcome<Page<Team>> page(Caller caller, int page, int size) {
        return Admins.agent(caller, records.read(Admins.lookup(caller))).map(agent -> {
            var names = directory.teams(caller.workspace()).stream()
                    .sorted(Comparator.<TeamName, String>comparing(
                                    team -> Folded.of(team.name()).text())
                            .thenComparingInt(team -> team.id().value()))
                    .toList();
            var cut = Page.of(names, page, size);
            var shown = InParallel.map(
                    cut.rows(),
                    team -> new Team(
                            team.id(), team.name(), Set.copyOf(directory.members(caller.workspace(), team.id()))));
            return new Page<>(shown, cut.total(), cut.page(), cut.size());
        });
    }

    /** Makes a team of agents. Those for whom its transaction has no room join it as in a change. */
    public Outcome<Team> create(Caller caller, String name, Set<UserId> members) {
        return begin(caller, name, members)
                .then(team ->
                        members.size() <= AT_ONCE ? Outcome.done(team) : change(caller, team.id(), null, members));
    }

    private Outcome<Team> begin(Caller caller, String name, Set<UserId> members) {
        return Attempts.until(() -> Attempts.then(checked(caller, members), admin -> {
            var id = new TeamId(ledger.next(caller.workspace(), Ledger.Counter.TEAM));
            var writes = new ArrayList<Write>();
            writes.add(new Write.CreateTeam(new TeamName(id, name)));
            joining(id, members).stream().limit(AT_ONCE).forEach(writes::add);
            return Attempts.of(
                    ledger.commit(caller.workspace(), writes), () -> Outcome.done(new Team(id, name, members)));
        }));
    }

    /**
     * Changes a team; gives it as it is then.
     *
     * @param name null to leave it as it is
     * @param members everybody who shall be in it; null to leave them as they are
     */
    public Outcome<Team> change(Caller caller, TeamId id, @Nullable String name, @Nullable Set<UserId> members) {
        return Attempts.until(() -> Attempts.then(
                checked(caller, members == null ? Set.of() : members),
                admin -> directory
                        .team(caller.workspace(), id)
                        .map(team -> change(caller, team, name, members))
                        .orElseGet(() -> Optional.of(Outcome.refused(new Refusal.NotFound("team"))))));
    }

    /**
     * Deletes a team; gives which. Its members go first, so nobody sees anything by it any more; the conversations that are
     * assigned to it are unassigned afterwards, driven by what it leaves.
     */
    public Outcome<TeamId> delete(Caller caller, TeamId id, Instant now) {
        return Attempts.until(() -> Attempts.then(change(caller, id, null, Set.of()), team -> {
            var disband = new Write.DisbandTeam(new TeamName(id, team.name()), caller.user(), now);
            return Attempts.of(ledger.commit(caller.workspace(), List.of(disband)), () -> Outcome.done(id));
        }));
    }

    private Optional<Outcome<Team>> change(
            Caller caller, Team before, @Nullable String name, @Nullable Set<UserId> members) {
        var id = before.id();
        var after = new Team(id, name == null ? before.name() : name, members == null ? before.members() : members);
        var head = after.name().equals(before.name())
                ? new Write.ExpectTeam(id)
                : new Write.RenameTeam(new TeamName(id, before.name()), after.name());
        var moves = Stream.concat(
                        joining(id, without(after.members(), before.members())).stream(),
                        leaving(caller, id, without(before.members(), after.members())).stream())
                .toList();
        return save(caller, after, transactions(head, id, moves));
    }

    private static Set<UserId> without(Set<UserId> all, Set<UserId> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static List<Write> joining(TeamId team, Set<UserId> users) {
        return users.stream().<Write>map(user -> new Write.JoinTeam(team, user)).toList();
    }

    /** Who was erased leaves by being purged. */
    private List<Write> leaving(Caller caller, TeamId team, Set<UserId> users) {
        return users.isEmpty()
                ? List.of()
                : records.read(Admins.lookup(caller).users(users)).users().keySet().stream()
                        .filter(users::contains)
                        .<Write>map(user -> new Write.LeaveTeam(team, user))
                        .toList();
    }

    /** So many moves at once as fit, the first together with the head; every other expects that the team is there. */
    private static List<List<Write>> transactions(Write head, TeamId team, List<Write> moves) {
        var transactions = new ArrayList<List<Write>>();
        for (int from = 0; from == 0 || from < moves.size(); from += AT_ONCE) {
            var writes = new ArrayList<Write>();
            writes.add(from == 0 ? head : new Write.ExpectTeam(team));
            writes.addAll(moves.subList(from, Math.min(moves.size(), from + AT_ONCE)));
            transactions.add(writes);
        }
        return transactions;
    }

    private Optional<Outcome<Team>> save(Caller caller, Team after, List<List<Write>> transactions) {
        for (var writes : transactions) {
            var commit = ledger.commit(caller.workspace(), writes);
            if (!(commit instanceof Commit.Committed)) {
                return Attempts.of(commit, () -> Outcome.done(after));
            }
        }
        return Optional.of(Outcome.done(after));
    }

    /** The caller, if they administer and all of these are agents. */
    private Outcome<User> checked(Caller caller, Set<UserId> members) {
        var snapshot = records.read(Admins.lookup(caller).users(members));
        return Admins.admin(caller, Scope.USERS_MANAGE, snapshot)
                .then(admin -> members.stream()
                        .filter(member ->
                                snapshot.user(member).filter(User::isAgent).isEmpty())
                        .min(Comparator.comparingInt(UserId::value))
                        .map(stranger -> Outcome.<User>refused(
                                new Refusal.Invalid("members", "there is no agent " + stranger.value())))
                        .orElseGet(() -> Outcome.done(admin)));
    }
}
