package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.RandomIds;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.MessageCount;
import dev.tagalong.domain.conversation.Origin;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.domain.conversation.Source;
import dev.tagalong.domain.conversation.State;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A fresh workspace in a table, for one test, with what tests put into it. */
final class StoredWorkspace {
    static final UserId LINDA = new UserId(9);

    final WorkspaceId id = new WorkspaceId("w" + UUID.randomUUID());
    final MovableClock clock = new MovableClock();
    final RandomIds ids = new RandomIds(clock, new SecureRandom());
    final Table table;
    final DynamoLedger ledger;
    final DynamoRecords records;

    StoredWorkspace(DynamoDbClient client, String table) {
        this.table = new Table(client, table, new JitteredPause(new SecureRandom()));
        this.ledger = new DynamoLedger(this.table, clock);
        this.records = new DynamoRecords(this.table);
    }

    static User agent(int id) {
        return agent(id, "agent" + id + "@example.com");
    }

    static User agent(int id, String email) {
        return new User(
                new UserId(id),
                new UUID(7, id),
                "external-" + id,
                UserType.AGENT,
                Role.AGENT,
                new Person("Agent", "Number " + id, email, null),
                Set.of(),
                true,
                NotificationSettings.DEFAULT);
    }

    /** A conversation that is not stored yet. */
    Conversation draft(int reference) {
        return new Conversation(
                new ConversationId(UUID.randomUUID()),
                reference,
                null,
                new State("Login problem", Status.OPEN, Priority.MEDIUM, new TreeSet<>(Set.of("login"))),
                Assignment.NOBODY,
                new Origin(LINDA, Channel.EMAIL, Source.API, null, null),
                clock.instant(),
                clock.instant(),
                0,
                MessageCount.NONE,
                1);
    }

    /** A conversation that is stored. */
    Conversation conversation(int reference) {
        var conversation = draft(reference);
        commit(new Write.CreateConversation(conversation));
        return conversation;
    }

    Commit commit(Write... writes) {
        return ledger.commit(id, List.of(writes));
    }

    Conversation stored(ConversationId conversation) {
        return records.read(Lookup.in(id).conversation(conversation))
                .conversation(conversation)
                .orElseThrow();
    }

    Membership following(ConversationId conversation, int user) {
        return Membership.following(
                new MembershipKey(conversation, new UserId(user)), new UserId(user), clock.instant(), ids.event());
    }

    /** What following takes: the membership, its count and its activity. */
    Commit follow(ConversationId conversation, int user, int limit) {
        var membership = following(conversation, user);
        return commit(
                new Write.SaveMembership(null, membership),
                new Write.CountParticipant(conversation, 1, limit, Assignment.NOBODY),
                new Write.RecordActivity(
                        activity(membership.lastActivity(), conversation, ActivityType.FOLLOWED, user)));
    }

    /** A message by user 42 that is not stored yet. */
    Message message(ConversationId conversation, MessageType type) {
        return new Message(
                ids.event(),
                conversation,
                type,
                new UserId(42),
                "Grüße \uD83D\uDE00\n",
                List.of(new UserId(17), new UserId(7)),
                clock.instant());
    }

    /** An unread row about a reply, by user 17 in some conversation. */
    static Notification notification(EventId event, UserId recipient, Instant arrivedAt) {
        return new Notification(
                event,
                recipient,
                new ConversationId(new UUID(0, 1)),
                Kind.REPLY,
                Reason.FOLLOWER,
                new UserId(17),
                event,
                event.time(),
                arrivedAt,
                null,
                null);
    }

    Activity activity(EventId event, ConversationId conversation, ActivityType type, int actor) {
        return new Activity(
                event, id, conversation, type, new UserId(actor), new UserId(actor), null, Map.of(), clock.instant());
    }
}
