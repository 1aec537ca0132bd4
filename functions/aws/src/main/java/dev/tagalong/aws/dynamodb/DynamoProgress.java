package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.Left;
import dev.tagalong.domain.fanout.Progress;
import dev.tagalong.domain.live.ConnectionId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is left of an event, in an item of its own beside the verdicts: it is read and written for every event, and a few
 * bytes cost one unit where the verdicts of hundreds of followers would cost dozens.
 */
public final class DynamoProgress implements Progress {
    private final Table table;
    private final InstantSource clock;

    public DynamoProgress(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Left> of(WorkspaceId workspace, EventId event) {
        var attributes = table.get(Keys.progress(workspace, event));
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        var item = Item.read(attributes);
        return Optional.of(
                new Left(sockets(item, "frames"), users(item, "rows"), sockets(item, "notices"), users(item, "mails")));
    }

    private static Set<ConnectionId> sockets(Item item, String name) {
        return item.texts(name).stream().map(ConnectionId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UserId> users(Item item, String name) {
        return item.texts(name).stream().map(Integer::valueOf).map(UserId::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void mark(WorkspaceId workspace, EventId event, Left left) {
        var item = Item.of(Keys.progress(workspace, event), "progress")
                .put("ttl", clock.instant().plus(DynamoVerdicts.LIFE).getEpochSecond())
                .putAll("frames", names(left.frames()))
                .putAll("rows", numbers(left.rows()))
                .putAll("notices", names(left.notices()))
                .putAll("mails", numbers(left.mails()));
        table.client().putItem(request -> request.tableName(table.name()).item(item.attributes()));
    }

    private static Collection<String> names(Set<ConnectionId> sockets) {
        return sockets.stream().map(ConnectionId::value).toList();
    }

    private static Collection<String> numbers(Set<UserId> users) {
        return users.stream().map(user -> Integer.toString(user.value())).toList();
    }
}
