package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.conversation.Listing;
import dev.tagalong.domain.follow.Membership;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Finds conversations: lists from the sharded index, all shards at once, everything else from the table itself. */
public final class DynamoConversationIndex implements ConversationIndex {
    private final Table table;

    public DynamoConversationIndex(Table table) {
        this.table = table;
    }

    @Override
    public List<Listing> all(WorkspaceId workspace) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var shards = IntStream.range(0, Keys.LIST_SHARDS)
                    .mapToObj(shard -> executor.submit(() -> table.queryList(Keys.list(workspace, shard))))
                    .toList();
            // One that becomes active while its shard is read is met twice, the second time as it is now.
            var listings = new HashMap<ConversationId, Listing>();
            for (var shard : shards) {
                Waiting.result(shard).stream()
                        .map(ConversationItem::listing)
                        .forEach(listing -> listings.put(listing.id(), listing));
            }
            return List.copyOf(listings.values());
        }
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
}
