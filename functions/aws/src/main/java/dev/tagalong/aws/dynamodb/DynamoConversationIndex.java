package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.conversation.Listing;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.follow.Membership;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/** Finds conversations: lists from the sharded index, all shards at once, everything else from the table itself. */
public final class DynamoConversationIndex implements ConversationIndex {
    private static final BinaryOperator<Listing> LATER =
            BinaryOperator.maxBy(Comparator.comparing(Listing::lastActivityAt));

    private final Table table;

    public DynamoConversationIndex(Table table) {
        this.table = table;
    }

    @Override
    public List<Listing> in(WorkspaceId workspace, Set<Status> statuses) {
        var shards = statuses.stream()
                .flatMap(status -> IntStream.range(0, Keys.LIST_SHARDS).mapToObj(number -> new Shard(status, number)))
                .toList();
        // One that changes while they are read may be met twice; the later one is as it is now.
        var listings = new HashMap<ConversationId, Listing>();
        InParallel.map(shards, shard -> read(workspace, shard))
                .forEach(found -> found.forEach(listing -> listings.merge(listing.id(), listing, LATER)));
        return List.copyOf(listings.values());
    }

    private List<Listing> read(WorkspaceId workspace, Shard shard) {
        return table.queryList(Keys.list(workspace, shard.status(), shard.number())).stream()
                .map(item -> ConversationItem.listing(item, shard.status()))
                .toList();
    }

    @Override
    public List<Membership> memberships(WorkspaceId workspace, UserId user) {
        return table.query(Keys.user(workspace, user), Keys.FOLLOW).stream()
                .map(MembershipItem::read)
                .toList();
    }

    @Override
    public Optional<ConversationId> byReference(WorkspaceId workspace, int reference) {
        return named(Keys.reference(workspace, reference));
    }

    @Override
    public Optional<ConversationId> byExternalId(WorkspaceId workspace, String externalId) {
        return named(Keys.externalConversation(workspace, externalId));
    }

    private Optional<ConversationId> named(Keys.Key key) {
        return Optional.ofNullable(Item.read(table.get(key)).textOrNull("of"))
                .map(id -> new ConversationId(UUID.fromString(id)));
    }

    private record Shard(Status status, int number) {}
}
