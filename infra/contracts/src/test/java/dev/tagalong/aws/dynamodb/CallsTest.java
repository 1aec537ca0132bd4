package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.SocketPass;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** How many calls the main paths take and which keys they name, which is what they cost on AWS. */
final class CallsTest {
    private final RecordedCalls calls = new RecordedCalls();
    private final StoredWorkspace workspace =
            new StoredWorkspace(LocalDynamoDb.client(List.of(calls)), LocalDynamoDb.TABLE);

    @Test
    void lookupOfFiveThingsIsOneConsistentBatchRead() {
        var conversation = workspace.draft(1).id();
        workspace.records.read(Lookup.in(workspace.id)
                .conversation(conversation)
                .user(new UserId(42))
                .user(new UserId(17))
                .membership(conversation, new UserId(42)));

        assertThat(calls.requests()).hasSize(1);
        var batch = (BatchGetItemRequest) calls.requests().getFirst();
        var asked = Objects.requireNonNull(batch.requestItems().get(LocalDynamoDb.TABLE));
        assertThat(asked.consistentRead()).isTrue();
        assertThat(asked.keys())
                .hasSize(5)
                .contains(Keys.workspace(workspace.id).attributes());
    }

    @Test
    void lookupOfAHundredKeysIsOneCallAndOneMoreIsTwo() {
        workspace.records.read(Lookup.in(workspace.id).users(users(99)));
        assertThat(calls.requests()).hasSize(1);

        calls.forget();
        workspace.records.read(Lookup.in(workspace.id).users(users(100)));
        assertThat(calls.requests()).hasSize(2);
    }

    @Test
    void pageOfMessagesIsReadNoFurtherThanOneBeyondIt() {
        var conversation = workspace.conversation(1).id();
        for (int posted = 0; posted < 5; posted++) {
            post(conversation);
        }
        calls.forget();

        var page = new DynamoMessageLog(workspace.table)
                .page(workspace.id, conversation, new MessageLog.Audience(true, null, 5), 1, 2);

        assertThat(page.total()).isEqualTo(5);
        assertThat(calls.requests()).hasSize(1);
        assertThat(((QueryRequest) calls.requests().getFirst()).limit()).isEqualTo(3);
    }

    @Test
    void messageIsOneTransactionOfThreeItems() {
        var conversation = workspace.conversation(1).id();
        calls.forget();

        post(conversation);

        assertThat(calls.requests()).hasSize(1);
        var items = ((TransactWriteItemsRequest) calls.requests().getFirst()).transactItems();
        assertThat(items.stream().map(CallsTest::sortKey))
                .extracting(key -> key.replaceAll("#.*", ""))
                .containsExactlyInAnyOrder("MSG", "EVT", "META");
    }

    private void post(ConversationId conversation) {
        var message = workspace.message(conversation, MessageType.OUTGOING);
        workspace.commit(
                new Write.AddMessage(message),
                new Write.RecordActivity(
                        workspace.activity(message.id(), conversation, ActivityType.MESSAGE_POSTED, 42)));
    }

    @Test
    void unreadRowsAreReadWithoutThoseThatWereRead() {
        new DynamoInboxRows(workspace.table, workspace.clock).unread(workspace.id, new UserId(42));

        assertThat(calls.requests()).hasSize(1);
        assertThat(((QueryRequest) calls.requests().getFirst()).indexName()).isEqualTo("Unread");
    }

    @Test
    void rowsAreMarkedAsReadTwentyFiveInACall() {
        var now = workspace.clock.instant();
        var rows = Stream.generate(workspace.ids::event)
                .limit(60)
                .map(event -> StoredWorkspace.notification(event, new UserId(42), now))
                .toList();

        new DynamoInboxRows(workspace.table, workspace.clock).markAllRead(workspace.id, new UserId(42), rows, now);

        assertThat(calls.requests())
                .extracting(call ->
                        ((BatchExecuteStatementRequest) call).statements().size())
                .containsExactly(25, 25, 10);
    }

    @Test
    void activityStartsTheFanOutAndNothingElseDoes() {
        var conversation = workspace.conversation(1).id();
        workspace.follow(conversation, 42, 100);

        var entities = puts().map(item -> Keys.Key.of(item).pk().contains("#AUDIT#")
                == Item.read(item).text("entity").equals("activity"));
        assertThat(entities).isNotEmpty().containsOnly(true);
    }

    @Test
    void everyKeyThatIsWrittenBeginsWithItsWorkspace() {
        var conversation = workspace.conversation(1).id();
        workspace.commit(new Write.CreateUser(StoredWorkspace.agent(42)));
        workspace.commit(new Write.IssueSocketTicket(
                workspace.id.value() + ".t",
                new SocketPass(new UserId(42), workspace.clock.instant(), workspace.clock.instant())));
        workspace.follow(conversation, 42, 100);
        workspace.commit(new Write.SaveAddress(null, address(conversation)));

        assertThat(puts())
                .allSatisfy(item -> assertThat(Keys.Key.of(item).pk()).startsWith("W#" + workspace.id.value() + "#"));
    }

    @Test
    void namesThatMustBeUniqueStandInKeysAsHashesOnly() {
        var customer = new User(
                new UserId(9),
                new UUID(7, 9),
                "Secret#Name",
                UserType.CONTACT,
                null,
                new Person("Secret", "Name", "secret@example.com", null),
                Set.of(),
                true,
                NotificationSettings.DEFAULT);
        workspace.commit(new Write.CreateUser(customer));

        assertThat(puts())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(
                                Keys.Key.of(item).pk() + Keys.Key.of(item).sk())
                        .doesNotContainIgnoringCase("secret"));
    }

    @Test
    void tokenOfAnAddressStandsInNoKeyAndInOneItemOnly() {
        var address = address(workspace.conversation(1).id());
        workspace.commit(new Write.SaveAddress(null, address));

        assertThat(puts().filter(item -> item.toString().contains(address.token())))
                .singleElement()
                .satisfies(item -> assertThat(Keys.Key.of(item).toString()).doesNotContain(address.token()));
    }

    @Test
    void apiKeyIsFoundWithOneConsistentCallByItsDigest() {
        var key = new KeyDigest("ab".repeat(32));
        new DynamoApiKeys(workspace.table).find(workspace.id, key);

        var batch = (BatchGetItemRequest) calls.requests().getFirst();
        var asked = Objects.requireNonNull(batch.requestItems().get(LocalDynamoDb.TABLE));
        assertThat(calls.requests()).hasSize(1);
        assertThat(asked.consistentRead()).isTrue();
        assertThat(asked.keys()).containsExactly(Keys.apiKey(workspace.id, key).attributes());
    }

    private ParticipantAddress address(ConversationId conversation) {
        return new ParticipantAddress(
                new MembershipKey(conversation, new UserId(42)),
                "0123456789abcdefghijklmnop",
                workspace.clock.instant());
    }

    @Test
    void everyReadIsConsistentButTheOneOfTheListIndex() {
        var index = new DynamoConversationIndex(workspace.table);
        var conversation = workspace.draft(1).id();
        index.memberships(workspace.id, new UserId(42));
        new DynamoParticipants(workspace.table).of(workspace.id, conversation);
        new DynamoActivityLog(workspace.table, complaint -> {}).page(workspace.id, conversation, 1, 10);
        new DynamoInboxRows(workspace.table, workspace.clock).all(workspace.id, new UserId(42));
        new DynamoConnections(workspace.table, workspace.clock).viewers(workspace.id, conversation);

        assertThat(queries())
                .hasSize(5)
                .allSatisfy(query -> assertThat(query.consistentRead()).isTrue());
        calls.forget();
        index.all(workspace.id);
        assertThat(queries())
                .hasSize(Status.values().length * Keys.LIST_SHARDS)
                .allSatisfy(query -> assertThat(query.indexName()).isEqualTo("ByActivity"));
    }

    @Test
    void aListOfAStatusReadsNothingOfTheOthers() {
        new DynamoConversationIndex(workspace.table).in(workspace.id, Set.of(Status.PENDING));

        assertThat(queries())
                .extracting(query -> query.expressionAttributeValues().get(":pk"))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, Keys.LIST_SHARDS)
                        .mapToObj(shard -> AttributeValue.fromS("W#" + workspace.id.value() + "#LIST#pending#" + shard))
                        .toList());
    }

    @Test
    void socketsOfAHundredUsersAreOneCall() {
        new DynamoConnections(workspace.table, workspace.clock).of(workspace.id, Set.copyOf(users(100)));

        assertThat(calls.requests()).hasSize(1);
    }

    @Test
    void conversationInTheListIndexStaysSmall() {
        var written = ConversationItem.write(workspace.id, workspace.draft(1));
        var projected = Set.of("PK", "SK", "LPK", "LSK", "pr", "ch", "tg", "au", "at", "cu", "in", "de");

        written.keySet().retainAll(projected);
        assertThat(ItemSize.of(written)).isLessThanOrEqualTo(300);
    }

    private Stream<Map<String, AttributeValue>> puts() {
        return calls.requests().stream()
                .filter(TransactWriteItemsRequest.class::isInstance)
                .flatMap(request -> ((TransactWriteItemsRequest) request).transactItems().stream())
                .filter(item -> item.put() != null)
                .map(item -> item.put().item());
    }

    private List<QueryRequest> queries() {
        return calls.requests().stream().map(QueryRequest.class::cast).toList();
    }

    private static String sortKey(TransactWriteItem item) {
        return item.put() == null
                ? Keys.Key.of(item.update().key()).sk()
                : Keys.Key.of(item.put().item()).sk();
    }

    private static List<UserId> users(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(UserId::new).toList();
    }
}
