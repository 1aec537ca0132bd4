package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Connections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Open sockets; those whose token has expired are as good as closed. */
final class InMemoryConnections implements Connections {
    private final InMemoryStore store;

    InMemoryConnections(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<ConnectionId> open(WorkspaceId workspace, Connection connection) {
        return store.in(workspace, tables -> {
            var own = live(tables)
                    .filter(other -> other.user().equals(connection.user()))
                    .map(Connection::id)
                    .toList();
            var oldest = own.size() < MOST_PER_USER ? Optional.<ConnectionId>empty() : Optional.of(own.getFirst());
            oldest.ifPresent(id -> remove(tables, id));
            tables.connections.put(connection.id(), connection);
            return oldest;
        });
    }

    private Stream<Connection> live(Tables tables) {
        return tables.connections.values().stream()
                .filter(connection -> store.now().isBefore(connection.endsAt()));
    }

    private static boolean remove(Tables tables, ConnectionId id) {
        tables.views.remove(id);
        return tables.connections.remove(id) != null;
    }

    @Override
    public void close(WorkspaceId workspace, UserId user, ConnectionId connection) {
        store.in(workspace, tables -> remove(tables, connection));
    }

    @Override
    public List<Connection> of(WorkspaceId workspace, Set<UserId> users) {
        return store.in(
                workspace,
                tables -> live(tables)
                        .filter(connection -> users.contains(connection.user()))
                        .toList());
    }

    @Override
    public boolean view(WorkspaceId workspace, Connection connection, ConversationId conversation) {
        return store.in(workspace, tables -> {
            boolean known = tables.connections.containsKey(connection.id());
            if (known) {
                tables.views.put(connection.id(), conversation);
            }
            return known;
        });
    }

    @Override
    public void endView(WorkspaceId workspace, UserId user, ConnectionId connection) {
        store.in(workspace, tables -> Optional.ofNullable(tables.views.remove(connection)));
    }

    @Override
    public List<Connection> viewers(WorkspaceId workspace, ConversationId conversation) {
        return store.in(
                workspace,
                tables -> live(tables)
                        .filter(connection -> conversation.equals(tables.views.get(connection.id())))
                        .toList());
    }
}
