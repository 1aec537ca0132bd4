package dev.tagalong.domain.key;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.people.Admins;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes and revokes API keys of agents. For admins and owners; nobody touches a key of somebody above their own role. */
public final class KeyAdministration {
    private final Records records;
    private final Ledger ledger;
    private final ApiKeys keys;
    private final Ids ids;

    public KeyAdministration(Records records, Ledger ledger, ApiKeys keys, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.keys = keys;
        this.ids = ids;
    }

    /**
     * Makes a key for an active agent.
     *
     * @param scopes what it shall be limited to, none of it beyond the caller's own limits; null for no limit, which a
     *     caller who is limited may not give
     */
    public Outcome<NewKey> create(Caller caller, UserId agent, String name, @Nullable Set<Scope> scopes, Instant now) {
        var grant = new KeyGrant(agent, name, scopes, caller.user(), now);
        return Attempts.until(() -> Attempts.then(
                pair(caller, agent).then(pair -> allow(caller, pair, scopes)), pair -> issue(caller, pair, grant)));
    }

    private static Outcome<Pair> allow(Caller caller, Pair pair, @Nullable Set<Scope> scopes) {
        var own = caller.scopes();
        if (own != null && (scopes == null || !own.containsAll(scopes))) {
            return Outcome.refused(new Refusal.Forbidden("you may not give a scope that you have not"));
        }
        return pair.agent().active()
                ? Outcome.done(pair)
                : Outcome.refused(new Refusal.Conflict("the agent is not active"));
    }

    private Optional<Outcome<NewKey>> issue(Caller caller, Pair pair, KeyGrant grant) {
        var workspace = caller.workspace();
        var ring = keys.ring(workspace, grant.user());
        if (ring.isFull()) {
            return Optional.of(
                    Outcome.refused(new Refusal.Conflict("the agent has their limit of " + KeyRing.MOST + " keys")));
        }
        var text = ApiKey.text(workspace, ids.token());
        var writes = new ArrayList<>(pair.expectations());
        writes.add(new Write.IssueKey(ring, KeyDigest.of(text), grant));
        return Attempts.of(ledger.commit(workspace, writes), () -> Outcome.done(new NewKey(text, grant)));
    }

    /** Revokes every key of an agent, active or not; gives how many there were. */
    public Outcome<Integer> revoke(Caller caller, UserId agent) {
        return Attempts.until(() -> Attempts.then(pair(caller, agent), pair -> revokeAll(caller, pair.agent())));
    }

    private Optional<Outcome<Integer>> revokeAll(Caller caller, User agent) {
        var workspace = caller.workspace();
        var ring = keys.ring(workspace, agent.id());
        int count = ring.keys().size();
        return count == 0
                ? Optional.of(Outcome.done(0))
                : Attempts.of(ledger.commit(workspace, List.of(new Write.RevokeKeys(ring))), () -> Outcome.done(count));
    }

    /** The caller and the agent whose keys are meant, if the former may manage them. */
    private Outcome<Pair> pair(Caller caller, UserId agent) {
        var snapshot =
                records.read(Lookup.in(caller.workspace()).user(caller.user()).user(agent));
        return Admins.admin(caller, Scope.USERS_MANAGE, snapshot).then(admin -> beneath(admin, snapshot, agent));
    }

    private static Outcome<Pair> beneath(User admin, Snapshot snapshot, UserId agent) {
        var found = snapshot.user(agent).filter(User::isAgent);
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.NotFound("agent"));
        }
        var role = found.get().role();
        return role != null && admin.hasRole(role)
                ? Outcome.done(new Pair(admin, found.get()))
                : Outcome.refused(new Refusal.Forbidden("theirs is a role above your own"));
    }

    /** Who manages whose keys; may be one and the same. */
    private record Pair(User admin, User agent) {
        /** What must still be so when a key is made: that the agent's role is not above the admin's rests on it. */
        List<Write> expectations() {
            return Stream.of(admin, agent)
                    .distinct()
                    .<Write>map(user -> new Write.ExpectUser(user.id(), user.role(), true))
                    .toList();
        }
    }
}
