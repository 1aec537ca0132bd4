package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.key.KeyRing;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.people.DisbandedTeam;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
import dev.tagalong.domain.subscription.ThreadKey;
import dev.tagalong.domain.subscription.ThreadType;
import dev.tagalong.domain.subscription.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of what erased users and deleted teams leave behind. */
abstract class EstateContract {
    /** Calls that a worker lives for. */
    private static final int BUDGET = 60;

    private static final Commit DONE = new Commit.Committed();
    private static final TeamName TEAM = new TeamName(new TeamId(1), "Support");
    private static final UserId OLGA = new UserId(2);

    private final User bob = StoredWorkspace.agent(42, "Bob@Example.com");
    private StoredWorkspace workspace;
    private DynamoEstate estate;

    abstract StoredWorkspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        estate = new DynamoEstate(workspace.table);
        workspace.commit(new Write.CreateUser(bob));
        workspace.commit(new Write.CreateTeam(TEAM), new Write.JoinTeam(TEAM.id(), bob.id()));
    }

    private Commit erase() {
        return workspace.commit(new Write.EraseUser(stored(), OLGA, workspace.clock.instant()));
    }

    private User stored() {
        return workspace
                .records
                .read(Lookup.in(workspace.id).user(bob.id()))
                .user(bob.id())
                .orElseThrow();
    }

    private void told(ConversationId conversation) {
        var event = workspace.ids.event();
        var now = workspace.clock.instant();
        var row = new Notification(
                event, bob.id(), conversation, Kind.NOTE, Reason.FOLLOWER, OLGA, event, now, now, null, null);
        new DynamoInboxRows(workspace.table, workspace.clock).putIfAbsent(workspace.id, List.of(row));
        new DynamoMailWindows(workspace.table, workspace.ids)
                .add(new MailKey(workspace.id, bob.id(), conversation), event, now);
    }

    private Conversation assigned(int reference) {
        var conversation = workspace.conversation(reference);
        var after = conversation.withAssignment(new Assignment(bob.id(), TEAM.id()), workspace.clock.instant());
        workspace.commit(new Write.UpdateConversation(conversation, after));
        return after;
    }

    private Subscription subscribed() {
        var change = workspace.ids.event();
        var topic = new Topic(ThreadType.INTERNAL, ThreadCategory.MANUAL, ThreadEvent.REPLY);
        var subscription = new Subscription(
                new ThreadKey(new DepartmentId(new UUID(0, 5)), StoredWorkspace.LINDA),
                bob.id(),
                Set.of(topic),
                change);
        assertThat(workspace.commit(
                        new Write.ChangeSubscription(new SubscriptionChange(change, OLGA, null, subscription))))
                .isEqualTo(DONE);
        return subscription;
    }

    private List<Keys.Key> own() {
        return workspace
                .table
                .keys(Keys.user(workspace.id, bob.id()), " ", 1_000)
                .keys();
    }

    @Test
    void aTombstoneTakesThePlaceOfTheProfile() {
        assertThat(estate.tombstone(workspace.id, bob.id())).isEmpty();

        assertThat(erase()).isEqualTo(DONE);

        assertThat(estate.tombstone(workspace.id, bob.id()))
                .contains(new Tombstone(bob.id(), Set.of(TEAM.id()), OLGA, workspace.clock.instant()));
        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).user(bob.id()))
                        .users())
                .isEmpty();
        assertThat(workspace.table.get(Keys.profile(workspace.id, bob.id())).values())
                .as("nothing in it says who it was")
                .noneMatch(value -> value.toString().toLowerCase(Locale.ROOT).contains("bob"));
        assertThat(new DynamoRoster(workspace.table).agents(workspace.id)).isEmpty();
    }

    @Test
    void namesAreFreeAndTheNumberIsNot() {
        erase();
        var directory = new DynamoDirectory(workspace.table);

        assertThat(directory.byEmail(workspace.id, "bob@example.com")).isEmpty();
        assertThat(directory.byUuid(workspace.id, bob.uuid())).isEmpty();
        assertThat(directory.byExternalId(workspace.id, "external-42")).isEmpty();
        assertThat(workspace.commit(new Write.CreateUser(bob))).isEqualTo(new Commit.Taken("id"));
        assertThat(workspace.commit(new Write.CreateUser(StoredWorkspace.agent(43, "bob@example.com"))))
                .isEqualTo(DONE);
    }

    @Test
    void nothingMoreIsWrittenToSomebodyErased() {
        var read = stored();
        var rob = read.with(bob.person(), "rob-1", bob.role(), true);
        workspace.commit(new Write.UpdateUser(read, rob));
        assertThat(workspace.commit(new Write.EraseUser(read, OLGA, workspace.clock.instant())))
                .as("changed meanwhile")
                .isEqualTo(new Commit.Stale());
        workspace.commit(new Write.JoinTeam(new TeamId(3), bob.id()));
        assertThat(workspace.commit(new Write.EraseUser(rob, OLGA, workspace.clock.instant())))
                .as("in another team meanwhile")
                .isEqualTo(new Commit.Stale());
        assertThat(erase()).isEqualTo(DONE);

        assertThat(workspace.commit(new Write.UpdateUser(rob, bob))).isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.SaveUserSettings(rob, rob.settings())))
                .isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.JoinTeam(new TeamId(2), bob.id())))
                .isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.LeaveTeam(TEAM.id(), bob.id()))).isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.ExpectUser(bob.id(), bob.role(), true)))
                .isEqualTo(new Commit.Stale());
    }

    @Test
    void aDeletedTeamIsInNoListAndItsNumberIsNotGivenAgain() {
        var now = workspace.clock.instant();
        assertThat(workspace.commit(new Write.DisbandTeam(TEAM, OLGA, now))).isEqualTo(DONE);
        var directory = new DynamoDirectory(workspace.table);

        assertThat(estate.disbanded(workspace.id, TEAM.id())).contains(new DisbandedTeam(TEAM.id(), OLGA, now));
        assertThat(estate.disbanded(workspace.id, new TeamId(2))).isEmpty();
        assertThat(directory.team(workspace.id, TEAM.id())).isEmpty();
        assertThat(directory.teams(workspace.id)).isEmpty();
        assertThat(workspace.commit(new Write.DisbandTeam(TEAM, OLGA, now))).isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.RenameTeam(TEAM, "Again"))).isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.ExpectTeam(TEAM.id()))).isEqualTo(new Commit.Stale());
        assertThat(workspace.commit(new Write.CreateTeam(TEAM))).isEqualTo(new Commit.Taken("id"));
    }

    @Test
    void possessionsGoInStepsAndMembershipsAndSubscriptionsStay() {
        var conversation = workspace.conversation(1).id();
        workspace.follow(conversation, 42, 100);
        subscribed();
        for (int count = 0; count < 25; count++) {
            told(conversation);
        }
        var key = new KeyDigest("a".repeat(64));
        var ring = new KeyRing(bob.id(), Set.of());
        workspace.commit(
                new Write.IssueKey(ring, key, new KeyGrant(bob.id(), "Import", null, OLGA, workspace.clock.instant())));
        new DynamoConnections(workspace.table, workspace.clock)
                .open(
                        workspace.id,
                        new Connection(
                                new ConnectionId("c1"),
                                bob.id(),
                                workspace.clock.instant().plusSeconds(60)));
        erase();

        assertThat(estate.removePossessions(workspace.id, bob.id(), 10)).isTrue();
        while (estate.removePossessions(workspace.id, bob.id(), 10)) {
            assertThat(own()).hasSizeLessThan(25);
        }

        assertThat(own()).extracting(Keys.Key::sk).hasSize(3).contains("PROFILE", "FOLLOW#" + conversation);
        assertThat(new DynamoApiKeys(workspace.table).find(workspace.id, key)).isEmpty();
        assertThat(estate.memberships(workspace.id, bob.id(), 10)).hasSize(1);
        assertThat(estate.subscriptions(workspace.id, bob.id(), 10)).hasSize(1);
    }

    @Test
    void addressesOfAMembershipGoByTheirTokensToo() {
        var participant = new MembershipKey(workspace.conversation(1).id(), bob.id());
        var token = "0123456789abcdefghijklmnop";
        workspace.commit(
                new Write.SaveAddress(null, new ParticipantAddress(participant, token, workspace.clock.instant())));

        estate.removeMembership(workspace.id, participant);
        estate.removeMembership(workspace.id, participant);

        var addresses = new DynamoParticipantAddresses(workspace.table);
        assertThat(addresses.of(workspace.id, participant)).isEmpty();
        assertThat(addresses.byToken(workspace.id, token)).isEmpty();
    }

    @Test
    void deletionsReadAsTheStreamDeliversThem() {
        erase();
        workspace.commit(new Write.DisbandTeam(TEAM, OLGA, workspace.clock.instant()));

        assertThat(DeletedItem.job(workspace.table.get(Keys.profile(workspace.id, bob.id()))))
                .isEqualTo(PurgeJob.of(workspace.id, new PurgeJob.OfUser(bob.id())));
        assertThat(DeletedItem.job(workspace.table.get(Keys.team(workspace.id, TEAM.id()))))
                .isEqualTo(PurgeJob.of(workspace.id, new PurgeJob.OfTeam(TEAM.id())));
    }

    @Test
    void anErasureThatIsKilledAgainAndAgainFinishes() {
        var conversations = new ArrayList<ConversationId>();
        for (int count = 1; count <= 24; count++) {
            var conversation = count % 3 == 0 ? assigned(count) : workspace.conversation(count);
            conversations.add(conversation.id());
            var membership = workspace.following(conversation.id(), 42);
            workspace.commit(
                    new Write.SaveMembership(null, membership),
                    new Write.CountParticipant(conversation.id(), 1, 100, conversation.assignment()));
            told(conversation.id());
            told(conversation.id());
        }
        var subscription = subscribed();
        Eventually.holds(() -> assertThat(new DynamoConversationIndex(workspace.table).all(workspace.id))
                .hasSize(24));
        erase();
        var jobs = new ArrayDeque<PurgeJob>(List.of(PurgeJob.of(workspace.id, new PurgeJob.OfUser(bob.id()))));
        var dying = new DyingTable(workspace.table);
        var doomed = StoredPurge.over(workspace, dying.table(), (job, delay) -> jobs.add(job));
        int kills = 0;
        while (dying.kills(BUDGET, () -> doomed.carryOut(jobs.getFirst(), () -> true))) {
            kills++;
            assertThat(kills).as("each worker gets on").isLessThan(50);
        }
        var purge = StoredPurge.over(workspace, workspace.table, (job, delay) -> {
            if (delay.equals(Duration.ZERO)) {
                jobs.add(job);
            }
        });
        while (!jobs.isEmpty()) {
            purge.carryOut(jobs.remove(), () -> false);
        }

        assertThat(kills).isPositive();
        assertThat(own()).containsExactly(Keys.profile(workspace.id, bob.id()));
        assertThat(new DynamoSubscriptions(workspace.table).of(workspace.id, subscription.thread()))
                .isEmpty();
        assertThat(new DynamoDirectory(workspace.table).members(workspace.id, TEAM.id()))
                .isEmpty();
        assertThat(conversations).allSatisfy(id -> {
            assertThat(workspace.stored(id).participantCount()).isZero();
            assertThat(workspace.stored(id).assignment().user()).isNull();
            assertThat(new DynamoActivityLog(workspace.table, complaint -> {})
                            .page(workspace.id, id, 1, 10)
                            .rows())
                    .allSatisfy(activity -> assertThat(activity.actor()).isEqualTo(OLGA))
                    .hasSizeBetween(1, 2);
        });
    }
}
