package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.ConversationLists;
import dev.tagalong.domain.conversation.ConversationView;
import dev.tagalong.domain.conversation.ListFilter;
import dev.tagalong.domain.conversation.MessageCount;
import dev.tagalong.domain.conversation.Origin;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.domain.conversation.Source;
import dev.tagalong.domain.conversation.State;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What lists cost by AWS's rules: calls as they are made, read units from the sizes of items as they are written. */
final class ListCostTest {
    private static final int PAGE = 100;
    private static final double MEGABYTE = 1024.0 * 1024;

    private final RecordedCalls calls = new RecordedCalls();
    private final StoredWorkspace workspace =
            new StoredWorkspace(LocalDynamoDb.client(List.of(calls)), LocalDynamoDb.TABLE);
    private final Random random = new Random(7);

    /** A ticket with everything that may be set, with long numbers, three tags and one of twenty departments. */
    private Conversation full(int number, Status status) {
        var tags = new TreeSet<>(Set.of("enterprise", "escalated" + number % 7, "waiting-vendor"));
        return new Conversation(
                new ConversationId(new UUID(random.nextLong(), random.nextLong())),
                number,
                "order-" + number,
                new State("Login problem", status, Priority.MEDIUM, tags),
                new Assignment(new UserId(100_000 + number), new TeamId(1_000)),
                new Origin(
                        new UserId(2_000_000 + number),
                        Channel.WHATSAPP,
                        Source.API,
                        new InboxId(100),
                        new DepartmentId(new UUID(7, number % 20))),
                Instant.EPOCH,
                Instant.ofEpochMilli(1_777_885_200_000L + number),
                0,
                MessageCount.NONE,
                1);
    }

    private static Set<String> projected() {
        var names = new TreeSet<>(Set.of("PK", "SK", "LPK", "LSK"));
        TestTable.definition("any").globalSecondaryIndexes().stream()
                .filter(index -> index.indexName().equals(Table.BY_ACTIVITY))
                .forEach(index -> names.addAll(index.projection().nonKeyAttributes()));
        return names;
    }

    /** The bytes of each shard of the index when every so manieth conversation is pending and the others are closed. */
    private Map<String, Long> shards(int conversations, int pending) {
        var id = new WorkspaceId("a-workspace-with-a-name");
        var names = projected();
        var shards = new HashMap<String, Long>();
        for (int number = 0; number < conversations; number++) {
            var item = new HashMap<>(
                    ConversationItem.write(id, full(number, number % pending == 0 ? Status.PENDING : Status.CLOSED)));
            item.keySet().retainAll(names);
            shards.merge(Item.read(item).text("LPK"), (long) ItemSize.of(item), Long::sum);
        }
        return shards;
    }

    @Test
    void fiftyThousandConversationsAreCountedWithinTwoThousandReadUnits() {
        var shards = shards(50_000, 1);
        double index = shards.values().stream().mapToDouble(ListCostTest::units).sum();
        double membershipsOfTheCaller = 2 * units(2_000 * 300L);
        double rowsAndWhoTheyName = 3 * PAGE + 2;

        assertThat(shards).hasSize(Keys.LIST_SHARDS);
        assertThat(index + membershipsOfTheCaller + rowsAndWhoTheyName)
                .as("read units")
                .isBetween(1_000.0, 2_000.0);
    }

    @Test
    void fiftyThousandOfWhichOneInTwentyIsNotClosedAreListedWithinAHundredReadUnits() {
        double index = shards(50_000, 20).entrySet().stream()
                .filter(shard -> shard.getKey().contains("#LIST#pending#"))
                .mapToDouble(shard -> units(shard.getValue()))
                .sum();

        assertThat(index).as("read units").isBetween(50.0, 100.0);
    }

    /** Half a unit for each 4 KB of a megabyte's page, since an index is read eventually consistently. */
    private static double units(long bytes) {
        double pages = Math.ceil(bytes / MEGABYTE);
        return 0.5 * (Math.ceil(bytes / 4096.0) + pages);
    }

    @Test
    void twoThousandFollowedTicketsAreFilteredWithAtMost25Calls() {
        var items = new ArrayList<Map<String, AttributeValue>>();
        var alice = StoredWorkspace.agent(17);
        workspace.commit(new Write.CreateUser(alice));
        for (int number = 1; number <= 2_000; number++) {
            var ticket = full(number, Status.PENDING);
            items.add(ConversationItem.write(workspace.id, ticket));
            items.add(MembershipItem.withUser(workspace.id, workspace.following(ticket.id(), 17)));
        }
        store(items);
        calls.forget();
        var lists = new ConversationLists(workspace.records, new DynamoConversationIndex(workspace.table));
        var caller = new Caller(
                workspace.id, alice.id(), null, workspace.clock.instant().plusSeconds(60));
        var filter = new ListFilter(
                Set.of(),
                Set.of(Status.PENDING),
                Set.of(Priority.MEDIUM),
                Set.of(Channel.WHATSAPP),
                Set.of(new InboxId(100)),
                Set.of(),
                Set.of(),
                Set.of("escalated3"),
                true);

        var page = lists.list(caller, filter, 1, PAGE);

        var shown = ((Outcome.Done<Page<ConversationView>>) page).value();
        assertThat(shown.total()).as("every seventh, from the third on").isEqualTo(286);
        assertThat(shown.rows()).hasSize(PAGE);
        assertThat(calls.requests().size()).as("calls").isLessThanOrEqualTo(25);
    }

    private void store(List<Map<String, AttributeValue>> items) {
        var batches = IntStream.iterate(0, from -> from < items.size(), from -> from + 25)
                .mapToObj(from -> items.subList(from, from + 25).stream()
                        .map(item -> WriteRequest.builder()
                                .putRequest(put -> put.item(item))
                                .build())
                        .toList())
                .toList();
        InParallel.map(
                batches,
                batch -> workspace
                        .table
                        .client()
                        .batchWriteItem(request -> request.requestItems(Map.of(LocalDynamoDb.TABLE, batch))));
    }
}
