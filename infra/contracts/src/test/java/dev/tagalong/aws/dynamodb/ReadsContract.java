package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.Listing;
import dev.tagalong.domain.conversation.MessageCount;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.domain.conversation.State;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.follow.Ending;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageKey;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.MessageLog.Audience;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.AutoFollow;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.Folded;
import dev.tagalong.domain.people.Inbox;
import dev.tagalong.domain.people.Listed;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.Team;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of every read: it gives back what was written, and nothing of another workspace. */
abstract class ReadsContract {
    private Workspace workspace;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
    }

    @Test
    void lookupFindsWhatExistsAndNothingElse() {
        var conversation = workspace.conversation(1);
        var user = Workspace.agent(42);
        workspace.commit(new Write.CreateUser(user));
        var membership = workspace.following(conversation.id(), 42);
        workspace.commit(new Write.SaveMembership(null, membership));

        var found = workspace.records.read(Lookup.in(workspace.id)
                .conversation(conversation.id())
                .user(user.id())
                .user(new UserId(43))
                .membership(conversation.id(), user.id())
                .membership(conversation.id(), new UserId(43)));

        assertThat(found.settings()).isEqualTo(WorkspaceSettings.DEFAULT);
        assertThat(found.conversations()).containsOnlyKeys(conversation.id()).containsValue(conversation);
        assertThat(found.users()).containsOnlyKeys(user.id()).containsValue(user);
        assertThat(found.memberships()).containsValue(membership).hasSize(1);
    }

    @Test
    void lookupOfMoreThanAHundredFindsAll() {
        var ids = IntStream.rangeClosed(1, 130)
                .mapToObj(reference -> workspace.conversation(reference).id())
                .toList();

        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).conversations(ids))
                        .conversations())
                .hasSize(130);
    }

    @Test
    void usersAreThoseWhoExist() {
        var user = StoredWorkspace.agent(42);
        var erased = StoredWorkspace.agent(43);
        workspace.commit(new Write.CreateUser(user), new Write.CreateUser(erased));
        workspace.commit(new Write.EraseUser(erased, user.id(), workspace.clock.instant()));
        var asked = List.of(erased.id(), user.id(), new UserId(44), user.id());

        assertThat(workspace.records.users(workspace.id, asked)).isEqualTo(Map.of(user.id(), user));
        assertThat(workspace.records.users(open().id, asked)).isEmpty();
        assertThat(workspace.records.users(workspace.id, List.of())).isEmpty();
    }

    @Test
    void settingsReadAsTheyWereSaved() {
        var settings = new WorkspaceSettings(300, false, true, Duration.ofSeconds(90), false, TalkJsVersion.INITIAL);
        workspace.commit(new Write.CreateWorkspace(WorkspaceSettings.DEFAULT));
        workspace.commit(new Write.SaveSettings(WorkspaceSettings.DEFAULT, settings));

        assertThat(workspace.records.read(Lookup.in(workspace.id)).settings()).isEqualTo(settings);
    }

    @Test
    void userReadsAsTheyWereSavedTeamsAndSettingsToo() {
        var user = Workspace.agent(42);
        workspace.commit(new Write.CreateUser(user));
        var settings = new NotificationSettings(
                Map.of(Kind.REPLY, new Channels(false, true)), new AutoFollow(true, false, true), Duration.ZERO);
        var changed = user.withTeams(Set.of(new TeamId(3))).withSettings(settings);
        workspace.commit(new Write.JoinTeam(new TeamId(3), user.id()));
        workspace.commit(new Write.SaveUserSettings(user, settings));

        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).user(user.id()))
                        .user(user.id()))
                .contains(changed);
    }

    @Test
    void nothingOfAnotherWorkspaceIsFound() {
        var conversation = workspace.conversation(217);
        workspace.commit(new Write.CreateUser(Workspace.agent(42)));
        var other = open().id;

        assertThat(workspace
                        .records
                        .read(Lookup.in(other).conversation(conversation.id()))
                        .conversations())
                .isEmpty();
        assertThat(workspace.stores.index().all(other)).isEmpty();
        assertThat(workspace.stores.index().byReference(other, 217)).isEmpty();
        assertThat(workspace.stores.directory().byEmail(other, "agent42@example.com"))
                .isEmpty();
    }

    @Test
    void listHoldsEveryConversationFromAllShards() {
        var written = IntStream.rangeClosed(1, 40)
                .mapToObj(reference -> Listing.of(workspace.conversation(reference)))
                .toList();

        Eventually.holds(() ->
                assertThat(workspace.stores.index().all(workspace.id)).containsExactlyInAnyOrderElementsOf(written));
    }

    @Test
    void listOfAStatusHoldsWhatHasItNow() {
        var open = workspace.conversation(1);
        var before = workspace.conversation(2);
        var closed = workspace.closed(before);
        workspace.commit(new Write.UpdateConversation(before, closed));
        workspace.commit(new Write.AddMessage(workspace.message(closed.id(), MessageType.INCOMING)));

        var index = workspace.stores.index();
        Eventually.holds(() -> {
            assertThat(index.in(workspace.id, Set.of(Status.OPEN))).containsExactly(Listing.of(open));
            assertThat(index.in(workspace.id, Set.of(Status.CLOSED))).containsExactly(Listing.of(closed));
            assertThat(index.in(workspace.id, Set.of(Status.PENDING))).isEmpty();
            assertThat(index.in(workspace.id, Set.of(Status.OPEN, Status.CLOSED)))
                    .containsExactlyInAnyOrder(Listing.of(open), Listing.of(closed));
        });
    }

    @Test
    void conversationIsFoundByItsNumber() {
        var conversation = workspace.conversation(217);

        assertThat(workspace.stores.index().byReference(workspace.id, 217)).contains(conversation.id());
        assertThat(workspace.stores.index().byReference(workspace.id, 218)).isEmpty();
    }

    @Test
    void conversationIsFoundByItsExternalId() {
        var plain = workspace.draft(217);
        var named = new Conversation(
                plain.id(),
                plain.reference(),
                "order_391_fc",
                plain.state(),
                plain.assignment(),
                plain.origin(),
                plain.createdAt(),
                plain.lastActivityAt(),
                0,
                plain.messages(),
                1);
        workspace.commit(new Write.CreateConversation(named));
        var index = workspace.stores.index();

        assertThat(index.byExternalId(workspace.id, "order_391_fc")).contains(named.id());
        assertThat(index.byExternalId(workspace.id, "ORDER_391_FC")).isEmpty();
        assertThat(index.byExternalId(open().id, "order_391_fc")).isEmpty();
    }

    @Test
    void endedMembershipKnowsByWhichActivityAndHowTheConversationWas() {
        var was = workspace.conversation(1);
        var conversation = was.id();
        var end = new Ending(
                workspace.ids.event(),
                new State("Login problem", Status.PENDING, Priority.HIGH, new TreeSet<>(List.of("login", "vip"))),
                new Assignment(new UserId(3), new TeamId(8)),
                was.lastActivityAt(),
                4);
        var follows = workspace.following(conversation, 42);
        var ended = new Membership(
                follows.key(),
                true,
                false,
                FollowAccess.NONE,
                Notify.MENTIONS_ONLY,
                follows.addedBy(),
                follows.since(),
                end,
                null,
                end.by());
        workspace.commit(new Write.SaveMembership(null, ended));

        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).membership(conversation, new UserId(42)))
                        .memberships())
                .containsValue(ended);
    }

    @Test
    void userIsFoundByEveryName() {
        var user = Workspace.agent(42, "Bob@Example.com");
        workspace.commit(new Write.CreateUser(user));
        var directory = workspace.stores.directory();

        assertThat(directory.byEmail(workspace.id, "bob@example.COM")).contains(user.id());
        assertThat(directory.byUuid(workspace.id, user.uuid())).contains(user.id());
        assertThat(directory.byExternalId(workspace.id, "external-42")).contains(user.id());
        assertThat(directory.byExternalId(workspace.id, "EXTERNAL-42")).isEmpty();
    }

    private void named(int id, UserType type, String first, String last) {
        var role = type == UserType.AGENT ? Role.SUPERVISOR : null;
        var person = new Person(first, last, "É" + id + "@Example.com", null);
        workspace.commit(new Write.CreateUser(new User(
                new UserId(id),
                new UUID(7, id),
                null,
                type,
                role,
                person,
                Set.of(),
                id != 5,
                NotificationSettings.DEFAULT)));
    }

    @Test
    void agentsAreListedByNameInEveryScriptAndThenByNumber() {
        named(10, UserType.AGENT, "Жанна", "");
        named(9, UserType.AGENT, "Bob", "Smith");
        named(5, UserType.AGENT, "bob", "");
        named(12, UserType.AGENT, "Élodie", "");
        named(11, UserType.AGENT, "Bób", "Smith");
        named(4, UserType.CONTACT, "Linda", "");
        named(1, UserType.SYSTEM, "System", "");
        var roster = workspace.stores.roster();

        assertThat(roster.agents(workspace.id))
                .extracting(listed -> listed.user().value())
                .containsExactly(5, 9, 11, 12, 10);
        assertThat(roster.agents(workspace.id).getFirst())
                .isEqualTo(new Listed(
                        new UserId(5), new Folded("bob"), new Folded("e5@example.com"), Role.SUPERVISOR, false));
        assertThat(roster.contacts(workspace.id))
                .containsExactly(
                        new Listed(new UserId(4), new Folded("linda"), new Folded("e4@example.com"), null, true));
        assertThat(roster.agents(open().id)).isEmpty();
    }

    @Test
    void teamInboxAndDepartmentAreFound() {
        var team = new TeamName(new TeamId(1), "Support");
        var inbox = new Inbox(new InboxId(1), "Mail");
        var department = new Department(new DepartmentId(new UUID(0, 5)), "Sales");
        workspace.commit(
                new Write.CreateTeam(team), new Write.CreateInbox(inbox), new Write.CreateDepartment(department));
        var directory = workspace.stores.directory();

        assertThat(directory.team(workspace.id, team.id())).contains(new Team(team.id(), "Support", Set.of()));
        assertThat(directory.teams(workspace.id)).containsExactly(team);
        assertThat(directory.inboxes(workspace.id)).containsExactly(inbox);
        assertThat(directory.departments(workspace.id)).containsExactly(department);
        assertThat(directory.members(workspace.id, new TeamId(2))).isEmpty();
        assertThat(directory.inbox(workspace.id, inbox.id())).contains(inbox);
        assertThat(directory.department(workspace.id, department.id())).contains(department);
        directory.ping();
    }

    @Test
    void newestPageOfMessagesReadsOldestFirst() {
        var conversation = workspace.conversation(1).id();
        var messages = IntStream.rangeClosed(1, 5)
                .mapToObj(each -> message(conversation, MessageType.OUTGOING))
                .toList();

        var newest = messages().page(workspace.id, conversation, new Audience(true, null, 5), 1, 2);
        var oldest = messages().page(workspace.id, conversation, new Audience(true, null, 5), 3, 2);

        assertThat(newest.rows()).containsExactly(messages.get(3), messages.get(4));
        assertThat(newest.total()).isEqualTo(5);
        assertThat(oldest.rows()).containsExactly(messages.get(0));
    }

    @Test
    void pageOfALongThreadIsCountedForWhoeverReads() {
        var conversation = workspace.conversation(1).id();
        var incoming = IntStream.rangeClosed(1, 3)
                .mapToObj(each -> message(conversation, MessageType.INCOMING))
                .toList();
        IntStream.rangeClosed(1, 120).forEach(each -> message(conversation, MessageType.NOTE));
        var last = message(conversation, MessageType.OUTGOING);

        assertThat(workspace.stored(conversation).messages()).isEqualTo(new MessageCount(124, 120));
        var agents = messages().page(workspace.id, conversation, new Audience(true, null, 124), 1, 2);
        var contacts = messages().page(workspace.id, conversation, new Audience(false, null, 4), 1, 2);
        var behindTheLast = messages().page(workspace.id, conversation, new Audience(false, null, 4), 3, 2);

        assertThat(agents.total()).isEqualTo(124);
        assertThat(contacts.rows()).containsExactly(incoming.getLast(), last);
        assertThat(contacts.total()).isEqualTo(4);
        assertThat(behindTheLast.rows()).isEmpty();
        assertThat(behindTheLast.total()).isEqualTo(4);
    }

    @Test
    void aMessageThatCameAfterTheCountingMakesTheRestNoShorter() {
        var conversation = workspace.conversation(1).id();
        for (int each = 0; each < 3; each++) {
            message(conversation, MessageType.OUTGOING);
        }

        var page = messages().page(workspace.id, conversation, new Audience(true, null, 2), 1, 2);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.totalPages()).isEqualTo(2);
    }

    @Test
    void contactsAndWhoHasLeftReadOnlyTheirPart() {
        var conversation = workspace.conversation(1).id();
        var incoming = message(conversation, MessageType.INCOMING);
        message(conversation, MessageType.NOTE);
        var last = workspace.ids.event();
        message(conversation, MessageType.OUTGOING);

        var page = messages().page(workspace.id, conversation, new Audience(false, last, 2), 1, 10);

        assertThat(page.rows()).containsExactly(incoming);
        assertThat(page.total()).isEqualTo(1);
    }

    @Test
    void messagesAreFoundTogetherById() {
        var conversation = workspace.conversation(1).id();
        var message = message(conversation, MessageType.NOTE);

        var found = workspace.records.read(Lookup.in(workspace.id)
                .conversation(conversation)
                .messages(Set.of(
                        new MessageKey(conversation, message.id()),
                        new MessageKey(conversation, workspace.ids.event()))));

        assertThat(found.messages()).containsOnlyKeys(message.id()).containsValue(message);
        var other = workspace.conversation(2).id();
        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).messages(Set.of(new MessageKey(other, message.id()))))
                        .messages())
                .as("asked for in another conversation")
                .isEmpty();
        assertThat(found.conversation(conversation)).isPresent();
    }

    @Test
    void membershipsOfAUserAreReadWithEndedAndParkedOnes() {
        var first = workspace.conversation(1).id();
        var second = workspace.conversation(2).id();
        var parked = workspace.following(first, 42).withParked(true, workspace.ids.event());
        var left = workspace.following(second, 42).left(workspace.ids.event());
        workspace.commit(new Write.SaveMembership(null, parked), new Write.SaveMembership(null, left));

        assertThat(workspace.stores.index().memberships(workspace.id, new UserId(42)))
                .containsExactlyInAnyOrder(parked, left);
        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).memberships(List.of(first, second), new UserId(42)))
                        .memberships())
                .containsOnlyKeys(new MembershipKey(first, new UserId(42)), new MembershipKey(second, new UserId(42)));
    }

    @Test
    void activityIsFoundByIdInItsOwnConversation() {
        var conversation = workspace.conversation(1).id();
        var other = workspace.conversation(2).id();
        var activity = workspace.activity(workspace.ids.event(), conversation, ActivityType.STATUS_CHANGED, 42);
        workspace.commit(new Write.RecordActivity(activity));
        var log = workspace.stores.activityLog();

        assertThat(log.find(workspace.id, conversation, activity.id())).contains(activity);
        assertThat(log.find(workspace.id, other, activity.id())).isEmpty();
    }

    private Message message(ConversationId conversation, MessageType type) {
        var message = workspace.message(conversation, type);
        workspace.commit(new Write.AddMessage(message));
        return message;
    }

    private MessageLog messages() {
        return workspace.stores.messages();
    }
}
