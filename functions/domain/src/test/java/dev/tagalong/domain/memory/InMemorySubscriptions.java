package dev.tagalong.domain.memory;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.Subscriptions;
import dev.tagalong.domain.subscription.ThreadKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Thread subscriptions. */
final class InMemorySubscriptions implements Subscriptions {
    private final InMemoryStore store;

    InMemorySubscriptions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Subscription> of(WorkspaceId workspace, ThreadKey thread) {
        return store.in(
                workspace,
                tables -> tables.subscriptions.values().stream()
                        .filter(subscription -> subscription.thread().equals(thread))
                        .sorted(Comparator.comparingInt(
                                subscription -> subscription.user().value()))
                        .toList());
    }

    @Override
    public Optional<Subscription> find(WorkspaceId workspace, ThreadKey thread, UserId user) {
        return store.in(
                workspace,
                tables -> Optional.ofNullable(tables.subscriptions.get(new Tables.Subscriber(thread, user))));
    }
}
