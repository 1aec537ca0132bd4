package dev.tagalong.domain.subscription;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The followers of threads. Supervisors and whoever stands above them manage everybody's subscriptions; any other agent
 * sees and changes nothing but their own. Contacts have no part in it, but may be subscribed.
 */
public final class ThreadFollowers {
    private final Records records;
    private final Ledger ledger;
    private final Directory people;
    private final ConversationIndex conversations;
    private final Subscriptions subscriptions;
    private final Ids ids;

    public ThreadFollowers(
            Records records,
            Ledger ledger,
            Directory people,
            ConversationIndex conversations,
            Subscriptions subscriptions,
            Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.people = people;
        this.conversations = conversations;
        this.subscriptions = subscriptions;
        this.ids = ids;
    }

    /** Applies entries in their order, each whole or not at all, and says which were not and why. */
    public Outcome<Report> apply(Caller caller, ThreadName name, List<SubscriptionEntry> entries) {
        var named = new HashSet<UUID>();
        for (var entry : entries) {
            if (entry instanceof SubscriptionEntry.Wish wish) {
                named.add(wish.user());
            }
        }
        return enter(caller, name, named).map(room -> {
            var sight = new ThreadSight(
                    conversations,
                    caller.workspace(),
                    room.thread(),
                    room.snapshot().settings());
            var round = new Round(room, sight, ledger, subscriptions, ids);
            entries.forEach(round::take);
            return round.report();
        });
    }

    /** Who subscribes to a thread, and to what; whoever was erased is left out. */
    public Outcome<ThreadView> list(Caller caller, ThreadName name) {
        return enter(caller, name, Set.of()).map(room -> {
            var known = subscriptions.of(caller.workspace(), room.thread()).stream()
                    .filter(found -> room.managesAll()
                            || found.user().equals(room.actor().id()))
                    .toList();
            var users = records.users(
                    caller.workspace(), known.stream().map(Subscription::user).toList());
            var subscribers = known.stream()
                    .flatMap(subscription -> Stream.ofNullable(users.get(subscription.user()))
                            .map(user -> new ThreadView.Subscriber(user, subscription)))
                    .toList();
            return new ThreadView(name, room.thread().customer(), subscribers);
        });
    }

    private Outcome<Room> enter(Caller caller, ThreadName name, Set<UUID> others) {
        var named = new HashSet<>(others);
        named.add(name.customer());
        var known = people.byUuids(caller.workspace(), named);
        var snapshot = records.read(Lookup.in(caller.workspace())
                .user(caller.user())
                .users(known.values())
                .departments(Set.of(name.department())));
        return Gate.caller(caller, snapshot)
                .then(actor -> actor.isAgent() && caller.hasScope(Scope.CONVERSATIONS_READ)
                        ? thread(name, known, snapshot).map(thread -> new Room(caller, actor, thread, known, snapshot))
                        : Outcome.refused(new Refusal.Forbidden("you may not do this")));
    }

    private static Outcome<ThreadKey> thread(ThreadName name, Map<UUID, UserId> known, Snapshot snapshot) {
        if (snapshot.department(name.department()).isEmpty()) {
            return Outcome.refused(new Refusal.NotFound("department"));
        }
        return Optional.ofNullable(known.get(name.customer()))
                .flatMap(snapshot::user)
                .filter(User::isContact)
                .map(customer -> Outcome.done(new ThreadKey(name.department(), customer.id())))
                .orElseGet(() -> Outcome.refused(new Refusal.NotFound("customer")));
    }
}
