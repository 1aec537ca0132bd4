package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.Subscriptions;
import dev.tagalong.domain.subscription.ThreadKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds thread subscriptions: all of a thread with one consistent query, one with one consistent read. */
public final class DynamoSubscriptions implements Subscriptions {
    private final Table table;

    public DynamoSubscriptions(Table table) {
        this.table = table;
    }

    @Override
    public List<Subscription> of(WorkspaceId workspace, ThreadKey thread) {
        return table.query(Keys.thread(workspace, thread).pk(), Keys.SUBSCRIBER).stream()
                .map(SubscriptionItem::read)
                .sorted(Comparator.comparingInt(found -> found.user().value()))
                .toList();
    }

    @Override
    public Optional<Subscription> find(WorkspaceId workspace, ThreadKey thread, UserId user) {
        var found = table.get(Keys.subscriber(workspace, thread, user));
        return found.isEmpty() ? Optional.empty() : Optional.of(SubscriptionItem.read(found));
    }
}
