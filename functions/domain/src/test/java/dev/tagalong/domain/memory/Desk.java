package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.RandomIds;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
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
import dev.tagalong.domain.follow.Ending;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.once.Course;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
import dev.tagalong.domain.subscription.ThreadKey;
import dev.tagalong.domain.subscription.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A workspace with people to test on. Bob (42, agent of team Support), Alice (17, agent of team Billing), Sam (7,
 * supervisor), Ada (3, admin), Olga (2, owner), System (1), and the contact Linda (90).
 */
public final class Desk {
    public static final WorkspaceId WORKSPACE = new WorkspaceId("demo");
    public static final UserId BOB = new UserId(42);
    public static final UserId ALICE = new UserId(17);
    public static final UserId SAM = new UserId(7);
    public static final UserId ADA = new UserId(3);
    public static final UserId OLGA = new UserId(2);
    public static final UserId SYSTEM = new UserId(1);
    public static final UserId LINDA = new UserId(90);
    public static final DepartmentId CARE = new DepartmentId(new UUID(0x4000, 0x8000000000000005L));
    public static final TeamId SUPPORT = new TeamId(1);
    public static final TeamId BILLING = new TeamId(2);

    public final SettableClock clock = new SettableClock();
    public final InMemoryStore store = new InMemoryStore(clock);
    public final Ids ids = Course.ids(new RandomIds(clock, new LockedRandom()));
    private int reference = 216;

    public Desk() {
        commit(new Write.CreateWorkspace(WorkspaceSettings.DEFAULT));
        add(person(BOB, "Bob", "Smith", UserType.AGENT, Role.AGENT));
        add(person(ALICE, "Alice", "Jones", UserType.AGENT, Role.AGENT));
        add(person(SAM, "Sam", "Lee", UserType.AGENT, Role.SUPERVISOR));
        add(person(ADA, "Ada", "Byron", UserType.AGENT, Role.ADMIN));
        add(person(OLGA, "Olga", "Petrov", UserType.AGENT, Role.OWNER));
        add(person(SYSTEM, "System", "", UserType.SYSTEM, null));
        add(person(LINDA, "Linda", "Olsen", UserType.CONTACT, null));
        team("Support", BOB);
        team("Billing", ALICE);
    }

    private void team(String name, UserId member) {
        var id = new TeamId(store.ledger().next(WORKSPACE, Ledger.Counter.TEAM));
        commit(new Write.CreateTeam(new TeamName(id, name)), new Write.JoinTeam(id, member));
    }

    /** Writes without any rule but those of the store. */
    public void commit(Write... writes) {
        if (!(store.ledger().commit(WORKSPACE, List.of(writes)) instanceof Commit.Committed)) {
            throw new IllegalStateException("could not set the scene");
        }
    }

    /** Somebody with everything ordinary. */
    public static User person(UserId id, String first, String last, UserType type, @Nullable Role role) {
        var email = first.toLowerCase(Locale.ROOT) + "@example.com";
        var person = new Person(first, last, type == UserType.SYSTEM ? null : email, null);
        var uuid = new UUID(0x4000, 0x8000000000000000L | id.value());
        return new User(id, uuid, null, type, role, person, Set.of(), true, NotificationSettings.DEFAULT);
    }

    /** One more user. */
    public UserId add(User user) {
        commit(new Write.CreateUser(user));
        return user.id();
    }

    /** One more agent, in no team. */
    public UserId agent(int id) {
        return add(person(new UserId(id), "Agent" + id, "Extra", UserType.AGENT, Role.AGENT));
    }

    /** One more agent who is no longer active. */
    public UserId inactiveAgent(int id) {
        var user = person(new UserId(id), "Gone" + id, "Away", UserType.AGENT, Role.SUPERVISOR);
        return add(new User(
                user.id(),
                user.uuid(),
                null,
                user.type(),
                user.role(),
                user.person(),
                Set.of(),
                false,
                user.settings()));
    }

    public void settings(WorkspaceSettings settings) {
        commit(new Write.SaveSettings(store.records().read(Lookup.in(WORKSPACE)).settings(), settings));
    }

    /** A token of that user that is limited to nothing. */
    public Caller as(UserId user) {
        return new Caller(WORKSPACE, user, null, clock.instant().plusSeconds(3600));
    }

    /** A ticket that belongs to Support and to no agent. */
    public ConversationId supportTicket() {
        return ticket(new Assignment(null, SUPPORT));
    }

    /** A ticket with Linda, the first of which is #217. */
    public ConversationId ticket(Assignment assignment) {
        return ticket("Login problem after password reset", assignment);
    }

    /** A ticket with that subject. */
    public ConversationId ticket(String subject, Assignment assignment) {
        var made = conversation(++reference, subject, assignment, clock.instant());
        commit(new Write.CreateConversation(made));
        return made.id();
    }

    /** An open ticket with Linda that came by mail, in a department. */
    public static Conversation conversation(int reference, String subject, Assignment assignment, Instant at) {
        return new Conversation(
                new ConversationId(new UUID(0x4000, 0x9000000000000000L | reference)),
                reference,
                null,
                new State(subject, Status.OPEN, Priority.MEDIUM, new TreeSet<>()),
                assignment,
                new Origin(LINDA, Channel.EMAIL, Source.EMAIL, null, CARE),
                at,
                at,
                0,
                MessageCount.NONE,
                1);
    }

    /** Makes somebody subscribe to these topics, and to no others, in the thread of a ticket; to none means no more. */
    public void subscribes(ConversationId conversation, UserId user, Topic... topics) {
        var thread = new ThreadKey(CARE, ticket(conversation).origin().customer());
        var before = store.subscriptions().find(WORKSPACE, thread, user).orElse(null);
        var id = ids.event();
        var after = topics.length == 0 ? null : new Subscription(thread, user, Set.of(topics), id);
        commit(new Write.ChangeSubscription(new SubscriptionChange(id, SAM, before, after)));
    }

    /** Makes somebody a follower, whatever the rules say. */
    public Membership follows(ConversationId conversation, UserId user) {
        return member(conversation, user, FollowAccess.READ_WRITE, Notify.ALL);
    }

    /** Makes somebody a member with that access, whatever the rules say. */
    public Membership member(ConversationId conversation, UserId user, FollowAccess access, Notify notices) {
        var key = new MembershipKey(conversation, user);
        var event = ids.event();
        var counted = ticket(conversation);
        var ended = access == FollowAccess.NONE
                ? new Ending(
                        event,
                        counted.state(),
                        counted.assignment(),
                        counted.lastActivityAt(),
                        counted.participantCount())
                : null;
        var made = new Membership(key, true, false, access, notices, SAM, clock.instant(), ended, null, event);
        commit(
                new Write.SaveMembership(membership(conversation, user).orElse(null), made),
                new Write.CountParticipant(conversation, made.counts() ? 1 : 0, 1000, counted.assignment()));
        return made;
    }

    /** A membership as it is now. */
    public Optional<Membership> membership(ConversationId conversation, UserId user) {
        return store.records()
                .read(Lookup.in(WORKSPACE).membership(conversation, user))
                .membership(conversation, user);
    }

    /** A ticket as it is now. */
    public Conversation ticket(ConversationId id) {
        return store.records()
                .read(Lookup.in(WORKSPACE).conversation(id))
                .conversation(id)
                .orElseThrow();
    }

    /** A user as they are now. */
    public User user(UserId id) {
        return store.records().read(Lookup.in(WORKSPACE).user(id)).user(id).orElseThrow();
    }

    /** Reassigns a ticket, whatever the rules say. */
    public void assign(ConversationId id, Assignment assignment) {
        var before = ticket(id);
        commit(new Write.UpdateConversation(before, before.withAssignment(assignment, clock.instant())));
    }

    /** The log, oldest first. */
    public List<Activity> log() {
        return store.activities(WORKSPACE);
    }

    /** The types of the log, oldest first. */
    public List<ActivityType> logged() {
        return log().stream().map(Activity::type).toList();
    }

    /** An activity that nobody wrote. */
    public Activity activity(
            ConversationId on, ActivityType type, UserId actor, @Nullable UserId target, @Nullable EventId message) {
        var id = message == null ? ids.event() : message;
        return new Activity(id, WORKSPACE, on, type, actor, target, message, Map.of(), clock.instant());
    }

    /** The value of an outcome that must have one. */
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }

    /** The refusal of an outcome that must be one. */
    public static Refusal refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> throw new AssertionError("done: " + done.value());
            case Outcome.Refused<?> refused -> refused.refusal();
        };
    }

    /** Which kind of refusal it is. */
    public static Class<? extends Refusal> refused(Outcome<?> outcome) {
        return refusal(outcome).getClass();
    }

    /** Numbers that are the same in every run, for many threads at once. */
    private static final class LockedRandom implements RandomGenerator {
        private final SplittableRandom random = new SplittableRandom(217);

        @Override
        public synchronized long nextLong() {
            return random.nextLong();
        }
    }
}
