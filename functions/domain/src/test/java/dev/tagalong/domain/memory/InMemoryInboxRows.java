package dev.tagalong.domain.memory;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.memory.Tables.RowKey;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inboxes that remember what was deleted from them. */
final class InMemoryInboxRows implements InboxRows {
    private static final Comparator<Notification> BY_ARRIVAL =
            Comparator.comparing(Notification::arrivedAt).thenComparing(Notification::event);

    private static final Duration LIFE = Duration.ofDays(90);

    private final InMemoryStore store;

    InMemoryInboxRows(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<UserId, RuntimeException> putIfAbsent(WorkspaceId workspace, List<Notification> rows) {
        return store.in(workspace, tables -> {
            var failed = new HashMap<UserId, RuntimeException>();
            for (var row : rows) {
                try {
                    store.rowFaults().called();
                    tables.rows.putIfAbsent(new RowKey(row.recipient(), row.event()), row);
                } catch (Faults.StoreLost lost) {
                    failed.put(row.recipient(), lost);
                }
            }
            return failed;
        });
    }

    @Override
    public List<Notification> all(WorkspaceId workspace, UserId user) {
        return store.in(
                workspace,
                tables -> shown(tables, user).sorted(BY_ARRIVAL.reversed()).toList());
    }

    @Override
    public List<Notification> unread(WorkspaceId workspace, UserId user) {
        return all(workspace, user).stream().filter(row -> row.readAt() == null).toList();
    }

    @Override
    public List<Notification> since(WorkspaceId workspace, UserId user, Instant arrivedFrom) {
        return store.in(
                workspace,
                tables -> shown(tables, user)
                        .filter(row -> !row.arrivedAt().isBefore(arrivedFrom))
                        .sorted(BY_ARRIVAL)
                        .toList());
    }

    private Stream<Notification> shown(Tables tables, UserId user) {
        return tables.rows.entrySet().stream()
                .filter(entry -> entry.getKey().user().equals(user))
                .filter(entry -> !tables.deletedRows.contains(entry.getKey()))
                .map(entry -> entry.getValue())
                .filter(this::isLive);
    }

    @Override
    public Optional<Notification> find(WorkspaceId workspace, UserId user, EventId event) {
        return store.in(workspace, tables -> found(tables, new RowKey(user, event)));
    }

    private Optional<Notification> found(Tables tables, RowKey key) {
        return Optional.ofNullable(tables.rows.get(key))
                .filter(row -> !tables.deletedRows.contains(key))
                .filter(this::isLive);
    }

    private boolean isLive(Notification row) {
        return store.now().isBefore(row.arrivedAt().plus(LIFE));
    }

    @Override
    public Optional<Notification> markRead(WorkspaceId workspace, UserId user, EventId event, Instant at) {
        return store.in(
                workspace,
                tables -> changed(
                        tables,
                        new RowKey(user, event),
                        row -> row.readAt() != null ? row : marked(row, at, row.mailedAt())));
    }

    @Override
    public void markAllRead(WorkspaceId workspace, UserId user, List<Notification> rows, Instant at) {
        rows.forEach(row -> markRead(workspace, user, row.event(), at));
    }

    @Override
    public void markMailed(WorkspaceId workspace, UserId user, List<EventId> events, Instant at) {
        store.in(
                workspace,
                tables -> events.stream()
                        .flatMap(event ->
                                changed(tables, new RowKey(user, event), row -> marked(row, row.readAt(), at)).stream())
                        .toList());
    }

    private Optional<Notification> changed(Tables tables, RowKey key, UnaryOperator<Notification> change) {
        return found(tables, key).map(row -> {
            var after = change.apply(row);
            tables.rows.put(key, after);
            return after;
        });
    }

    private static Notification marked(Notification row, @Nullable Instant readAt, @Nullable Instant mailedAt) {
        return new Notification(
                row.event(),
                row.recipient(),
                row.conversation(),
                row.kind(),
                row.reason(),
                row.actor(),
                row.message(),
                row.createdAt(),
                row.arrivedAt(),
                readAt,
                mailedAt);
    }

    @Override
    public boolean delete(WorkspaceId workspace, UserId user, EventId event) {
        var key = new RowKey(user, event);
        return store.in(workspace, tables -> tables.rows.containsKey(key) && tables.deletedRows.add(key));
    }
}
