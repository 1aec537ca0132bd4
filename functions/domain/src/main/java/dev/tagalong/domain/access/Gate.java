package dev.tagalong.domain.access;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Snapshot;
import java.util.Optional;

/** Lets callers through to a conversation, or says why not. Pure: works on what was read. */
public final class Gate {
    private Gate() {}

    /** What must be read before the gate can decide: the caller, the conversation and the membership between them. */
    public static Lookup lookup(Caller caller, ConversationId conversation) {
        return Lookup.in(caller.workspace())
                .conversation(conversation)
                .user(caller.user())
                .membership(conversation, caller.user());
    }

    /** The caller, if they exist and are active; the System user never calls. */
    public static Outcome<User> caller(Caller caller, Snapshot snapshot) {
        return snapshot.user(caller.user())
                .filter(user -> user.active() && !user.isSystem())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Refusal.Unauthenticated("you are not a user of this workspace")));
    }

    /** The caller, if their token or key lets them read conversations, or what tells of them. */
    public static Outcome<User> reader(Caller caller, Snapshot snapshot) {
        return caller(caller, snapshot)
                .then(actor ->
                        caller.hasScope(Scope.CONVERSATIONS_READ) ? Outcome.done(actor) : Outcome.refused(forbidden()));
    }

    /** The caller with what they need to act; refused in the order unknown caller, missing scope, no access. */
    public static Outcome<Entry> enter(Caller caller, Snapshot snapshot, ConversationId conversation, Action action) {
        return caller(caller, snapshot).then(actor -> {
            if (!caller.hasScope(action.scope())) {
                return Outcome.refused(forbidden());
            }
            return find(actor, snapshot, conversation)
                    .<Outcome<Entry>>map(entry -> check(entry, action))
                    .orElseGet(() -> Outcome.refused(notFound()));
        });
    }

    private static Optional<Entry> find(User actor, Snapshot snapshot, ConversationId id) {
        return snapshot.conversation(id).map(conversation -> {
            var membership = snapshot.membership(id, actor.id()).orElse(null);
            var reach = AccessPolicy.reach(actor, conversation.assignment(), membership, snapshot.settings());
            return new Entry(actor, conversation, membership, reach, snapshot);
        });
    }

    /** The same entry if it may also do this, else the refusal. */
    public static Outcome<Entry> check(Entry entry, Action action) {
        return switch (AccessPolicy.decide(entry.actor(), entry.reach(), action)) {
            case ALLOWED -> Outcome.done(entry);
            case FORBIDDEN -> Outcome.refused(forbidden());
            case NOT_FOUND -> Outcome.refused(notFound());
        };
    }

    private static Refusal forbidden() {
        return new Refusal.Forbidden("you may not do this");
    }

    private static Refusal notFound() {
        return new Refusal.NotFound("conversation");
    }
}
