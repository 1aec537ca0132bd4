package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
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
import dev.tagalong.domain.fanout.Rule;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.Terms;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.memory.InMemoryStore;
import dev.tagalong.domain.memory.SettableClock;
import dev.tagalong.domain.memory.Stores;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
import dev.tagalong.domain.subscription.ThreadKey;
import dev.tagalong.domain.subscription.ThreadType;
import dev.tagalong.domain.subscription.Topic;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A fresh workspace in some store, for one test, with what tests put into it. */
class Workspace {
    static final UserId LINDA = new UserId(9);

    final WorkspaceId id = new WorkspaceId("w" + UUID.randomUUID());
    final SettableClock clock;
    final RandomIds ids;
    final Stores stores;
    final Ledger ledger;
    final Records records;

    /** In that store, which goes by that clock. */
    Workspace(Stores stores, SettableClock clock) {
        this.clock = clock;
        this.ids = new RandomIds(clock, new SecureRandom());
        this.stores = stores;
        this.ledger = stores.ledger();
        this.records = stores.records();
    }

    static Workspace inMemory() {
        var clock = new SettableClock();
        return new Workspace(new InMemoryStore(clock), clock);
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

    User stored(UserId user) {
        return records.read(Lookup.in(id).user(user)).user(user).orElseThrow();
    }

    /** A conversation as it is once somebody closes it. */
    Conversation closed(Conversation before) {
        var state = before.state();
        var closed = new State(state.subject(), Status.CLOSED, state.priority(), state.tags());
        return before.with(closed, before.assignment(), clock.instant());
    }

    Membership following(ConversationId conversation, int user) {
        var key = new MembershipKey(conversation, new UserId(user));
        return Membership.joined(key, Terms.DEFAULT, new UserId(user), clock.instant(), ids.event());
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

    /** A stored note, with its activity. */
    EventId posted(ConversationId conversation) {
        var note = message(conversation, MessageType.NOTE);
        commit(
                new Write.AddMessage(note),
                new Write.RecordActivity(activity(note.id(), conversation, ActivityType.MESSAGE_POSTED, 42)));
        return note.id();
    }

    /** What a user is left with whom an event told something: a verdict, an inbox row, and mail that waits. */
    void told(EventId event, UserId user, ConversationId conversation) {
        stores.verdicts()
                .keep(
                        id,
                        event,
                        List.of(new Verdict(
                                user, Kind.NOTE, Reason.FOLLOWER, Rule.NOTIFIED, new Channels(true, true))));
        var now = clock.instant();
        var row = new Notification(
                event, user, conversation, Kind.NOTE, Reason.FOLLOWER, LINDA, event, now, now, null, null);
        stores.rows().putIfAbsent(id, List.of(row));
        stores.windows().add(new MailKey(id, user, conversation), event, now);
    }

    /** A stored subscription to a thread with Linda. */
    Subscription subscribed(UserId user) {
        var change = ids.event();
        var topic = new Topic(ThreadType.INTERNAL, ThreadCategory.MANUAL, ThreadEvent.REPLY);
        var thread = new ThreadKey(new DepartmentId(new UUID(0, 5)), LINDA);
        var subscription = new Subscription(thread, user, Set.of(topic), change);
        commit(new Write.ChangeSubscription(new SubscriptionChange(change, LINDA, null, subscription)));
        return subscription;
    }
}
