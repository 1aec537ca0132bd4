package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Connections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Open sockets: one item for each user, with an attribute for each socket, so that tabs opened at once never overwrite
 * each other and many users' sockets come with one batch read. What a socket looks at is an item of the conversation. The
 * looks of a socket are numbered, so that of two frames that are handled at once neither takes away what the other put.
 */
public final class DynamoConnections implements Connections {
    private static final String SOCKET = "c#";

    private final Table table;
    private final InstantSource clock;

    public DynamoConnections(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public List<ConnectionId> open(WorkspaceId workspace, Connection connection) {
        var socket = Map.of(
                "endsAt", AttributeValue.fromN(Long.toString(connection.endsAt().toEpochMilli())),
                "openedAt", AttributeValue.fromN(Long.toString(clock.millis())));
        var updated = table.client()
                .updateItem(request -> request.tableName(table.name())
                        .key(Keys.connections(workspace, connection.user()).attributes())
                        .updateExpression("SET #socket = :socket, entity = :entity, #user = :user")
                        .expressionAttributeNames(
                                Map.of("#socket", SOCKET + connection.id().value(), "#user", "user"))
                        .expressionAttributeValues(Map.of(
                                ":socket", AttributeValue.fromM(socket),
                                ":entity", AttributeValue.fromS("connections"),
                                ":user",
                                        AttributeValue.fromN(Integer.toString(
                                                connection.user().value()))))
                        .returnValues(ReturnValue.ALL_NEW));
        return surplus(updated.attributes());
    }

    /** The sockets that are too many, oldest first. */
    private static List<ConnectionId> surplus(Map<String, AttributeValue> attributes) {
        var sockets = attributes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SOCKET))
                .sorted(Comparator.<Map.Entry<String, AttributeValue>>comparingLong(
                                entry -> Item.read(entry.getValue().m()).number("openedAt"))
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> id(entry.getKey()))
                .toList();
        return sockets.subList(0, Math.max(0, sockets.size() - MOST_PER_USER));
    }

    @Override
    public Optional<ConversationId> close(WorkspaceId workspace, UserId user, ConnectionId connection) {
        return endLook(workspace, user, connection, new Change("REMOVE #socket"));
    }

    @Override
    public Optional<ConversationId> lose(WorkspaceId workspace, UserId user, ConnectionId connection) {
        var noted = clock.instant().minus(OPENING).toEpochMilli();
        var lose = new Change(
                "REMOVE #socket",
                " AND (#socket.openedAt <= :noted OR attribute_exists(#socket.viewing))",
                Map.of(":noted", AttributeValue.fromN(Long.toString(noted))));
        return endLook(workspace, user, connection, lose);
    }

    @Override
    public List<Connection> of(WorkspaceId workspace, Set<UserId> users) {
        var keys = users.stream().map(user -> Keys.connections(workspace, user)).toList();
        return table.get(keys).values().stream().flatMap(this::live).toList();
    }

    private Stream<Connection> live(Map<String, AttributeValue> attributes) {
        var user = new UserId(Item.read(attributes).count("user"));
        return attributes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SOCKET))
                .map(entry -> new Connection(
                        id(entry.getKey()),
                        user,
                        Item.read(entry.getValue().m()).instant("endsAt")))
                .filter(this::isLive);
    }

    private boolean isLive(Connection connection) {
        return clock.instant().isBefore(connection.endsAt());
    }

    @Override
    public Optional<Set<ConversationId>> view(
            WorkspaceId workspace, Connection connection, ConversationId conversation) {
        var count = new Change(
                "SET #socket.looks = if_not_exists(#socket.looks, :none) + :one",
                "",
                Map.of(":none", AttributeValue.fromN("0"), ":one", AttributeValue.fromN("1")));
        var counted = change(workspace, connection.user(), connection.id(), count);
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        var look = new Look(conversation, number(counted.get(), connection.id(), "looks") + 1);
        // The viewer first: a close in between then finds it, or leaves it to be taken back here.
        putViewer(workspace, connection, look);
        var set = new Change(
                "SET #socket.viewing = :viewing, #socket.look = :look",
                " AND (attribute_not_exists(#socket.look) OR #socket.look <= :look)",
                Map.of(
                        ":viewing", AttributeValue.fromS(conversation.toString()),
                        ":look", AttributeValue.fromN(Long.toString(look.number()))));
        var before = change(workspace, connection.user(), connection.id(), set);
        if (before.isEmpty()) {
            // Closed, or a later look was faster: then this one comes after it.
            endLook(workspace, connection.id(), look);
            return view(workspace, connection, conversation);
        }
        var previous = previous(before.get(), counted.get(), connection.id(), look);
        if (previous != null && conversation.equals(previous.conversation())) {
            return Optional.of(Set.of());
        }
        endLook(workspace, connection.id(), previous);
        return Optional.of(previous == null ? Set.of(conversation) : Set.of(previous.conversation(), conversation));
    }

    /** What it looked at before this look; if the change was made twice, since its answer was lost, as it was counted. */
    private static @Nullable Look previous(
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> counted,
            ConnectionId connection,
            Look look) {
        var found = look(before, connection);
        return found != null && found.number() == look.number() ? look(counted, connection) : found;
    }

    /** Where the viewer of a later look stands, it stays. */
    private void putViewer(WorkspaceId workspace, Connection connection, Look look) {
        var item = Item.of(Keys.viewer(workspace, look.conversation(), connection.id()), "viewer")
                .put("user", connection.user().value())
                .put("endsAt", connection.endsAt())
                .put("look", look.number())
                .put("ttl", connection.endsAt().getEpochSecond());
        try {
            table.client()
                    .putItem(request -> request.tableName(table.name())
                            .item(item.attributes())
                            .conditionExpression("attribute_not_exists(look) OR look < :look")
                            .expressionAttributeValues(look.value()));
        } catch (ConditionalCheckFailedException later) {
            // It is of the same socket and conversation.
        }
    }

    /** Takes the viewer of that look away, and leaves that of a later one. */
    private void endLook(WorkspaceId workspace, ConnectionId connection, @Nullable Look look) {
        if (look == null) {
            return;
        }
        try {
            table.client()
                    .deleteItem(request -> request.tableName(table.name())
                            .key(Keys.viewer(workspace, look.conversation(), connection)
                                    .attributes())
                            .conditionExpression("attribute_not_exists(look) OR look <= :look")
                            .expressionAttributeValues(look.value()));
        } catch (ConditionalCheckFailedException later) {
            // The socket looks at it again.
        }
    }

    /**
     * That a socket looks at a conversation.
     *
     * @param number of this look among all of the socket, from 1 on
     */
    private record Look(ConversationId conversation, long number) {
        Map<String, AttributeValue> value() {
            return Map.of(":look", AttributeValue.fromN(Long.toString(number)));
        }
    }

    @Override
    public Optional<ConversationId> endView(WorkspaceId workspace, UserId user, ConnectionId connection) {
        return endLook(workspace, user, connection, new Change("REMOVE #socket.viewing"));
    }

    /** Changes the socket's attribute if it is there and the rest of the condition holds; gives the item as it was. */
    private Optional<Map<String, AttributeValue>> change(
            WorkspaceId workspace, UserId user, ConnectionId connection, Change change) {
        try {
            var before = table.client()
                    .updateItem(request -> request.tableName(table.name())
                            .key(Keys.connections(workspace, user).attributes())
                            .updateExpression(change.update())
                            .conditionExpression("attribute_exists(#socket)" + change.condition())
                            .expressionAttributeNames(Map.of("#socket", SOCKET + connection.value()))
                            .expressionAttributeValues(change.values().isEmpty() ? null : change.values())
                            .returnValues(ReturnValue.ALL_OLD));
            return Optional.of(before.attributes());
        } catch (ConditionalCheckFailedException otherwise) {
            return Optional.empty();
        }
    }

    /** An update of one socket's attribute; the condition, if any, begins with AND. */
    private record Change(String update, String condition, Map<String, AttributeValue> values) {
        Change(String update) {
            this(update, "", Map.of());
        }
    }

    /** Makes a change after which the socket looks at nothing any more; gives what it looked at. */
    private Optional<ConversationId> endLook(
            WorkspaceId workspace, UserId user, ConnectionId connection, Change change) {
        var look = change(workspace, user, connection, change)
                .flatMap(before -> Optional.ofNullable(look(before, connection)));
        endLook(workspace, connection, look.orElse(null));
        return look.map(Look::conversation);
    }

    @Override
    public void forgetViewer(WorkspaceId workspace, ConversationId conversation, ConnectionId connection) {
        table.client()
                .deleteItem(request -> request.tableName(table.name())
                        .key(Keys.viewer(workspace, conversation, connection).attributes()));
    }

    @Override
    public List<Connection> viewers(WorkspaceId workspace, ConversationId conversation) {
        return table.query(Keys.conversation(workspace, conversation), Keys.VIEWER).stream()
                .map(DynamoConnections::viewer)
                .filter(this::isLive)
                .toList();
    }

    @Override
    public Optional<Set<ConversationId>> takeTurn(WorkspaceId workspace, Connection socket, Instant next) {
        var take = new Change(
                "SET #socket.turn = :next REMOVE #socket.owed",
                " AND (attribute_not_exists(#socket.turn) OR #socket.turn <= :now)",
                Map.of(
                        ":now", AttributeValue.fromN(Long.toString(clock.millis())),
                        ":next", AttributeValue.fromN(Long.toString(next.toEpochMilli()))));
        return change(workspace, socket.user(), socket.id(), take).map(before -> owed(before, socket.id()));
    }

    @Override
    public Optional<Instant> leaveForTurn(WorkspaceId workspace, Connection socket, Set<ConversationId> conversations) {
        var some = conversations.stream()
                .map(conversation -> AttributeValue.fromS(conversation.toString()))
                .toList();
        var leave = new Change(
                "SET #socket.owed = list_append(if_not_exists(#socket.owed, :none), :some)",
                " AND (attribute_not_exists(#socket.owed) OR size(#socket.owed) < :most)",
                Map.of(
                        ":none", AttributeValue.fromL(List.of()),
                        ":some", AttributeValue.fromL(some),
                        ":most", AttributeValue.fromN(Integer.toString(MOST_LEFT))));
        return change(workspace, socket.user(), socket.id(), leave)
                .filter(before -> owed(before, socket.id()).isEmpty())
                .map(before -> turn(before, socket.id()));
    }

    private static Set<ConversationId> owed(Map<String, AttributeValue> attributes, ConnectionId connection) {
        var owed = Item.read(attributes).map(SOCKET + connection.value()).get("owed");
        return owed == null
                ? Set.of()
                : owed.l().stream()
                        .map(each -> new ConversationId(UUID.fromString(each.s())))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant turn(Map<String, AttributeValue> attributes, ConnectionId connection) {
        var socket = Item.read(attributes).map(SOCKET + connection.value());
        return socket.containsKey("turn") ? Item.read(socket).instant("turn") : Instant.EPOCH;
    }

    private static Connection viewer(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        return new Connection(
                new ConnectionId(item.text(Keys.SK).substring(Keys.VIEWER.length())),
                new UserId(item.count("user")),
                item.instant("endsAt"));
    }

    private static @Nullable Look look(Map<String, AttributeValue> attributes, ConnectionId connection) {
        var socket = Item.read(attributes).map(SOCKET + connection.value());
        var viewing = Item.read(socket).textOrNull("viewing");
        return viewing == null
                ? null
                : new Look(new ConversationId(UUID.fromString(viewing)), number(attributes, connection, "look"));
    }

    private static long number(Map<String, AttributeValue> attributes, ConnectionId connection, String name) {
        var number = Item.read(Item.read(attributes).map(SOCKET + connection.value()))
                .numberOrNull(name);
        return number == null ? 0 : number;
    }

    private static ConnectionId id(String attribute) {
        return new ConnectionId(attribute.substring(SOCKET.length()));
    }
}
