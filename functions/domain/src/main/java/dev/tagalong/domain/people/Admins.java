package dev.tagalong.domain.people;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Snapshot;

/** Lets admins and owners through to administration, and agents to what every agent may know. */
public final class Admins {
    private Admins() {}

    static Lookup lookup(Caller caller) {
        return Lookup.in(caller.workspace()).user(caller.user());
    }

    /** The caller, if they may administer what that scope is for. */
    public static Outcome<User> admin(Caller caller, Scope scope, Snapshot snapshot) {
        return Gate.caller(caller, snapshot)
                .then(user -> user.hasRole(Role.ADMIN) && caller.hasScope(scope)
                        ? Outcome.done(user)
                        : Outcome.refused(new Refusal.Forbidden("this is for admins and owners")));
    }

    /** The caller, if they are an agent who may read. */
    static Outcome<User> agent(Caller caller, Snapshot snapshot) {
        return Gate.caller(caller, snapshot)
                .then(user -> user.isAgent() && caller.hasScope(Scope.CONVERSATIONS_READ)
                        ? Outcome.done(user)
                        : Outcome.refused(new Refusal.Forbidden("this is for agents")));
    }
}
