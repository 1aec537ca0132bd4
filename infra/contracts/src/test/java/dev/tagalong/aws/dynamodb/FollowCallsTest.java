package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Followers;
import dev.tagalong.domain.follow.ParticipantList;
import dev.tagalong.domain.once.Claim;
import dev.tagalong.domain.once.Course;
import dev.tagalong.domain.once.Reply;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What following costs: every call that it makes on the table, in their order, with their keys. Alice has number 17, Bob 42;
 * Carol, who follows already, has number 7.
 */
final class FollowCallsTest {
    private static final String READ_ALICE =
            "consistent BatchGetItem [CONV#c META, CONV#c PART#17, USER#17 PROFILE, WORKSPACE META]";
    private static final String READ_ALICE_AND_BOB = "consistent BatchGetItem [CONV#c META, CONV#c PART#17,"
            + " CONV#c PART#42, USER#17 PROFILE, USER#42 PROFILE, WORKSPACE META]";
    private static final String LIST = "consistent Query [CONV#c PART#]";

    private final RecordedCalls calls = new RecordedCalls();
    private final StoredWorkspace workspace =
            new StoredWorkspace(LocalDynamoDb.client(List.of(calls)), LocalDynamoDb.TABLE);
    private final Followers followers = new Followers(
            workspace.records,
            Course.ledger(workspace.ledger),
            new ParticipantList(new DynamoParticipants(workspace.table), workspace.records),
            Course.ids(workspace.ids));
    private final Conversation conversation = workspace.conversation(1);
    private final ConversationId id = conversation.id();
    private final Instant now = workspace.clock.instant();
    private final UserId bob = new UserId(42);
    private final Caller alice = new Caller(workspace.id, new UserId(17), null, now.plusSeconds(60));

    @BeforeEach
    void carolFollows() {
        Stream.of(7, 17, 42).map(StoredWorkspace::agent).forEach(this::create);
        workspace.follow(id, 7, 100);
        calls.forget();
    }

    private void create(User user) {
        workspace.commit(new Write.CreateUser(user));
    }

    @Test
    void followIsThreeCallsAndAReadOfNames() {
        assertThat(numbers(followers.follow(alice, id, now))).containsExactly(7, 17);

        assertThat(made()).containsExactly(READ_ALICE, joining(17), LIST, names(7, 17));
    }

    @Test
    void namingOneselfIsThatFollow() {
        assertThat(numbers(followers.add(alice, id, alice.user(), now))).containsExactly(7, 17);

        assertThat(made()).containsExactly(READ_ALICE, joining(17), LIST, names(7, 17));
    }

    @Test
    void whoFollowsAlreadyIsReadAndNothingIsWritten() {
        workspace.follow(id, 17, 100);
        calls.forget();

        assertThat(numbers(followers.follow(alice, id, now))).containsExactly(7, 17);

        assertThat(made()).containsExactly(READ_ALICE, LIST, names(7, 17));
    }

    @Test
    void assigneeIsReadAndNothingIsWritten() {
        assign(alice.user());

        assertThat(numbers(followers.follow(alice, id, now))).containsExactly(7);

        assertThat(made()).containsExactly(READ_ALICE, LIST, names(7));
    }

    @Test
    void addingReadsWhomItAddsInTheSameCall() {
        assertThat(numbers(followers.add(alice, id, bob, now))).containsExactly(7, 42);

        assertThat(made()).containsExactly(READ_ALICE_AND_BOB, joining(42), LIST, names(7, 42));
    }

    @Test
    void addingAFollowerWritesNothing() {
        workspace.follow(id, 42, 100);
        calls.forget();

        assertThat(numbers(followers.add(alice, id, bob, now))).containsExactly(7, 42);

        assertThat(made()).containsExactly(READ_ALICE_AND_BOB, LIST, names(7, 42));
    }

    @Test
    void unfollowIsThreeCallsAndAReadOfNames() {
        workspace.follow(id, 17, 100);
        calls.forget();

        assertThat(numbers(followers.unfollow(alice, id, now))).containsExactly(7);

        assertThat(made()).containsExactly(READ_ALICE, leaving(17), LIST, names(7));
    }

    @Test
    void unfollowOfWhoDoesNotFollowWritesNothing() {
        assertThat(numbers(followers.unfollow(alice, id, now))).containsExactly(7);

        assertThat(made()).containsExactly(READ_ALICE, LIST, names(7));
    }

    @Test
    void removingReadsWhomItRemovesInTheSameCall() {
        workspace.follow(id, 42, 100);
        assign(alice.user());

        assertThat(numbers(followers.remove(alice, id, bob, now))).containsExactly(7);

        assertThat(made()).containsExactly(READ_ALICE_AND_BOB, leaving(42), LIST, names(7));
    }

    @Test
    void removingWhoDoesNotFollowWritesNothing() {
        assign(alice.user());

        assertThat(numbers(followers.remove(alice, id, bob, now))).containsExactly(7);

        assertThat(made()).containsExactly(READ_ALICE_AND_BOB, LIST, names(7));
    }

    @Test
    void afterTheLastFollowerNoNamesAreRead() {
        var carol = new Caller(workspace.id, new UserId(7), null, now.plusSeconds(60));

        assertThat(numbers(followers.unfollow(carol, id, now))).isEmpty();

        assertThat(made()).containsExactly(READ_ALICE.replace("17", "7"), leaving(7), LIST);
    }

    @Test
    void idempotencyKeyTakesOneItemOfTheTransactionAndACallBeforeAndBehind() {
        var claims = new DynamoClaims(workspace.table, workspace.clock);
        var claim = new Claim("k", "asked", now, List.of());

        assertThat(claims.find(workspace.id, claim.name())).isEmpty();
        Course.of(claim).run(() -> followers.follow(alice, id, now));
        claims.add(workspace.id, claim, new Reply(200, "{}"));

        assertThat(made())
                .containsExactly(
                        "consistent BatchGetItem [CLAIM#k META]",
                        READ_ALICE,
                        joining(17).replace("put CONV#c", "put CLAIM#k META, put CONV#c"),
                        LIST,
                        names(7, 17),
                        "PutItem [CLAIM#k META]");
    }

    @Test
    void namesOfAHundredAreOneCallAndOfOneMoreTwo() {
        workspace.commit(new Write.CreateWorkspace(
                new WorkspaceSettings(150, true, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED)));
        IntStream.rangeClosed(101, 198).forEach(number -> {
            create(StoredWorkspace.agent(number));
            workspace.follow(id, number, 150);
        });
        calls.forget();

        assertThat(numbers(followers.follow(alice, id, now))).hasSize(100);
        assertThat(made().subList(0, 3)).containsExactly(READ_ALICE, joining(17), LIST);
        assertThat(namesOfEachCall()).containsExactly(100);
        calls.forget();

        assertThat(numbers(followers.add(alice, id, bob, now))).hasSize(101);
        assertThat(made().subList(0, 3)).containsExactly(READ_ALICE_AND_BOB, joining(42), LIST);
        assertThat(namesOfEachCall()).containsExactlyInAnyOrder(100, 1);
    }

    /** How many profiles each call behind the list reads; they are read at once, so either may be the first. */
    private List<Integer> namesOfEachCall() {
        var reads = made().subList(3, made().size());
        assertThat(reads).allMatch(read -> read.startsWith("consistent BatchGetItem ["));
        var keys = reads.stream()
                .map(read ->
                        read.substring(read.indexOf('[') + 1, read.length() - 1).split(", "))
                .toList();
        assertThat(keys.stream().flatMap(Stream::of)).doesNotHaveDuplicates().allMatch(key -> key.endsWith(" PROFILE"));
        return keys.stream().map(read -> read.length).toList();
    }

    private List<String> made() {
        var line = new CallLine(workspace.id, id);
        return calls.requests().stream().map(line::of).toList();
    }

    private static String joining(int user) {
        return "TransactWriteItems [put AUDIT#CONV#c EVT#, put CONV#c PART#%1$d, put USER#%1$d FOLLOW#c, update CONV#c META]"
                .formatted(user);
    }

    private static String leaving(int user) {
        return "TransactWriteItems [delete USER#%1$d FOLLOW#c, put AUDIT#CONV#c EVT#, put CONV#c PART#%1$d, update CONV#c META]"
                .formatted(user);
    }

    private static String names(int... users) {
        return "consistent BatchGetItem "
                + IntStream.of(users)
                        .mapToObj("USER#%d PROFILE"::formatted)
                        .sorted()
                        .toList();
    }

    private void assign(UserId user) {
        workspace.commit(new Write.UpdateConversation(
                conversation, conversation.withAssignment(new Assignment(user, null), now)));
        calls.forget();
    }

    private static List<Integer> numbers(Outcome<List<User>> outcome) {
        return ((Outcome.Done<List<User>>) outcome)
                .value().stream().map(user -> user.id().value()).toList();
    }
}
