package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Connections;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    public List<ConnectionId> open(WorkspaceId workspace, Connection connection) {
        return store.in(workspace, tables -> {
            tables.connections.put(connection.id(), connection);
            tables.openings.put(connection.id(), store.now());
            var own = tables.connections.values().stream()
                    .filter(other -> other.user().equals(connection.user()))
                    .map(Connection::id)
                    .toList();
            return own.subList(0, Math.max(0, own.size() - MOST_PER_USER));
        });
    }

    private Stream<Connection> live(Tables tables) {
        return tables.connections.values().stream()
                .filter(connection -> store.now().isBefore(connection.endsAt()));
    }

    static Optional<ConversationId> remove(Tables tables, ConnectionId id) {
        tables.turns.remove(id);
        tables.leftForTurns.remove(id);
        tables.openings.remove(id);
        return tables.connections.remove(id) == null ? Optional.empty() : Optional.ofNullable(tables.views.remove(id));
    }

    @Override
    public Optional<ConversationId> close(WorkspaceId workspace, UserId user, ConnectionId connection) {
        return store.in(
                workspace, tables -> isOf(tables, user, connection) ? remove(tables, connection) : Optional.empty());
    }

    private static boolean isOf(Tables tables, UserId user, ConnectionId id) {
        var connection = tables.connections.get(id);
        return connection != null && connection.user().equals(user);
    }

    @Override
    public Optional<ConversationId> lose(WorkspaceId workspace, UserId user, ConnectionId connection) {
        return store.in(workspace, tables -> {
            var opening = tables.openings.getOrDefault(connection, Instant.EPOCH);
            boolean opens = opening.plus(OPENING).isAfter(store.now()) && !tables.views.containsKey(connection);
            return opens || !isOf(tables, user, connection) ? Optional.empty() : remove(tables, connection);
        });
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
    public Optional<Set<ConversationId>> view(
            WorkspaceId workspace, Connection connection, ConversationId conversation) {
        return store.in(workspace, tables -> {
            if (!tables.connections.containsKey(connection.id())) {
                return Optional.empty();
            }
            var before = tables.views.put(connection.id(), conversation);
            if (conversation.equals(before)) {
                return Optional.of(Set.of());
            }
            return Optional.of(before == null ? Set.of(conversation) : Set.of(before, conversation));
        });
    }

    @Override
    public Optional<ConversationId> endView(WorkspaceId workspace, UserId user, ConnectionId connection) {
        return store.in(
                workspace,
                tables -> isOf(tables, user, connection)
                        ? Optional.ofNullable(tables.views.remove(connection))
                        : Optional.empty());
    }

    @Override
    public List<Connection> viewers(WorkspaceId workspace, ConversationId conversation) {
        return store.in(
                workspace,
                tables -> Stream.concat(
                                live(tables)
                                        .filter(connection -> conversation.equals(tables.views.get(connection.id()))),
                                tables.strayViewers.entrySet().stream()
                                        .filter(stray -> conversation.equals(stray.getValue()))
                                        .map(Map.Entry::getKey))
                        .toList());
    }

    @Override
    public void forgetViewer(WorkspaceId workspace, ConversationId conversation, ConnectionId connection) {
        store.in(
                workspace,
                tables -> tables.views.remove(connection, conversation)
                        || tables.strayViewers
                                .entrySet()
                                .removeIf(stray -> conversation.equals(stray.getValue())
                                        && stray.getKey().id().equals(connection)));
    }

    @Override
    public Optional<Set<ConversationId>> takeTurn(WorkspaceId workspace, Connection socket, Instant next) {
        return store.in(workspace, tables -> {
            var turn = tables.turns.getOrDefault(socket.id(), Instant.MIN);
            if (!tables.connections.containsKey(socket.id()) || turn.isAfter(store.now())) {
                return Optional.empty();
            }
            tables.turns.put(socket.id(), next);
            return Optional.of(Objects.requireNonNullElse(tables.leftForTurns.remove(socket.id()), Set.of()));
        });
    }

    @Override
    public Optional<Instant> leaveForTurn(WorkspaceId workspace, Connection socket, Set<ConversationId> conversations) {
        return store.in(workspace, tables -> {
            if (!tables.connections.containsKey(socket.id())) {
                return Optional.empty();
            }
            var left = tables.leftForTurns.computeIfAbsent(socket.id(), unused -> new LinkedHashSet<>());
            boolean first = left.isEmpty();
            if (left.size() < MOST_LEFT) {
                left.addAll(conversations);
            }
            return first ? Optional.of(tables.turns.getOrDefault(socket.id(), Instant.EPOCH)) : Optional.empty();
        });
    }
}
