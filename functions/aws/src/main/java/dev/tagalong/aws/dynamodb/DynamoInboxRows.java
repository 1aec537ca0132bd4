package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.notification.Notification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * The stored inboxes. A deleted row keeps its place until its time to live ends, so that a replayed event cannot bring it
 * back; rows whose time has ended are never shown, whether the table has removed them yet or not.
 */
public final class DynamoInboxRows implements InboxRows {
    private final Table table;
    private final InstantSource clock;

    public DynamoInboxRows(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Map<UserId, RuntimeException> putIfAbsent(WorkspaceId workspace, List<Notification> rows) {
        var refused = StatementBatch.run(
                table,
                rows.stream()
                        .map(row -> StatementBatch.insertion(table.name(), NotificationItem.write(workspace, row)))
                        .toList());
        return refused.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> rows.get(entry.getKey()).recipient(), Map.Entry::getValue));
    }

    @Override
    public List<Notification> all(WorkspaceId workspace, UserId user) {
        return shown(table.queryArrivals(Keys.user(workspace, user), "0", false));
    }

    @Override
    public List<Notification> unread(WorkspaceId workspace, UserId user) {
        return shown(table.queryUnread(Keys.user(workspace, user)));
    }

    @Override
    public List<Notification> since(WorkspaceId workspace, UserId user, Instant arrivedFrom) {
        return shown(table.queryArrivals(Keys.user(workspace, user), NotificationItem.arrival(arrivedFrom), true));
    }

    @Override
    public Optional<Notification> find(WorkspaceId workspace, UserId user, EventId event) {
        var item = table.get(Keys.notification(workspace, user, event));
        return item.isEmpty() || !isShown(item) ? Optional.empty() : Optional.of(NotificationItem.read(item));
    }

    private List<Notification> shown(List<Map<String, AttributeValue>> items) {
        return items.stream().filter(this::isShown).map(NotificationItem::read).toList();
    }

    private boolean isShown(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        return !item.has(NotificationItem.DELETED)
                && item.number("ttl") > clock.instant().getEpochSecond();
    }

    @Override
    public Optional<Notification> markRead(WorkspaceId workspace, UserId user, EventId event, Instant at) {
        var value = AttributeValue.fromN(Long.toString(at.toEpochMilli()));
        return update(workspace, user, event, "SET readAt = if_not_exists(readAt, :value) REMOVE unread", value)
                .filter(this::isShown)
                .map(NotificationItem::read);
    }

    @Override
    public void markAllRead(WorkspaceId workspace, UserId user, List<Notification> rows, Instant at) {
        rows.stream().gather(Gatherers.windowFixed(MOST_AT_ONCE)).forEach(some -> {
            var refused = StatementBatch.run(
                    table,
                    some.stream().map(row -> reading(workspace, user, row, at)).toList());
            refused.values().forEach(why -> {
                throw why;
            });
        });
    }

    /** Does nothing to a row that is read or deleted. */
    private BatchStatementRequest reading(WorkspaceId workspace, UserId user, Notification row, Instant at) {
        var key = Keys.notification(workspace, user, row.event());
        return BatchStatementRequest.builder()
                .statement("UPDATE \"" + table.name()
                        + "\" SET readAt = ? REMOVE unread WHERE PK = ? AND SK = ? AND unread = ?")
                .parameters(
                        AttributeValue.fromN(Long.toString(at.toEpochMilli())),
                        AttributeValue.fromS(key.pk()),
                        AttributeValue.fromS(key.sk()),
                        AttributeValue.fromS(NotificationItem.arrival(row)))
                .build();
    }

    @Override
    public void markMailed(WorkspaceId workspace, UserId user, List<EventId> events, Instant at) {
        var value = AttributeValue.fromN(Long.toString(at.toEpochMilli()));
        InParallel.each(events, event -> update(workspace, user, event, "SET mailedAt = :value", value));
    }

    @Override
    public boolean delete(WorkspaceId workspace, UserId user, EventId event) {
        return update(workspace, user, event, "SET deleted = :value REMOVE unread", AttributeValue.fromBool(true))
                .isPresent();
    }

    private Optional<Map<String, AttributeValue>> update(
            WorkspaceId workspace, UserId user, EventId event, String expression, AttributeValue value) {
        try {
            var updated = table.client()
                    .updateItem(request -> request.tableName(table.name())
                            .key(Keys.notification(workspace, user, event).attributes())
                            .updateExpression(expression)
                            .conditionExpression("attribute_exists(PK) AND attribute_not_exists(deleted)")
                            .expressionAttributeValues(Map.of(":value", value))
                            .returnValues(ReturnValue.ALL_NEW));
            return Optional.of(updated.attributes());
        } catch (ConditionalCheckFailedException gone) {
            return Optional.empty();
        }
    }
}
