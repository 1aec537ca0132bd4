package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.key.KeyRing;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.people.DisbandedTeam;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.purge.Estate;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of what erased users and deleted teams leave behind. */
abstract class EstateContract {
    private static final Commit DONE = new Commit.Committed();
    private static final TeamName TEAM = new TeamName(new TeamId(1), "Support");
    private static final UserId OLGA = new UserId(2);

    private final User bob = Workspace.agent(42, "Bob@Example.com");
    private Workspace workspace;
    private Estate estate;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        estate = workspace.stores.estate();
        workspace.commit(new Write.CreateUser(bob));
        workspace.commit(new Write.CreateTeam(TEAM), new Write.JoinTeam(TEAM.id(), bob.id()));
    }

    private Commit erase() {
        return workspace.commit(new Write.EraseUser(workspace.stored(bob.id()), OLGA, workspace.clock.instant()));
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
        assertThat(workspace.stores.roster().agents(workspace.id)).isEmpty();
    }

    @Test
    void namesAreFreeAndTheNumberIsNot() {
        erase();
        var directory = workspace.stores.directory();

        assertThat(directory.byEmail(workspace.id, "bob@example.com")).isEmpty();
        assertThat(directory.byUuid(workspace.id, bob.uuid())).isEmpty();
        assertThat(directory.byExternalId(workspace.id, "external-42")).isEmpty();
        assertThat(workspace.commit(new Write.CreateUser(bob))).isEqualTo(new Commit.Taken("id"));
        assertThat(workspace.commit(new Write.CreateUser(Workspace.agent(43, "bob@example.com"))))
                .isEqualTo(DONE);
    }

    @Test
    void nothingMoreIsWrittenToSomebodyErased() {
        var read = workspace.stored(bob.id());
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
        var directory = workspace.stores.directory();

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
        workspace.subscribed(bob.id());
        for (int count = 0; count < 25; count++) {
            workspace.told(workspace.ids.event(), bob.id(), conversation);
        }
        var key = new KeyDigest("a".repeat(64));
        var ring = new KeyRing(bob.id(), Set.of());
        workspace.commit(
                new Write.IssueKey(ring, key, new KeyGrant(bob.id(), "Import", null, OLGA, workspace.clock.instant())));
        var connections = workspace.stores.connections();
        connections.open(
                workspace.id,
                new Connection(
                        new ConnectionId("c1"),
                        bob.id(),
                        workspace.clock.instant().plusSeconds(60)));
        var rows = workspace.stores.rows();
        var mail = new MailKey(workspace.id, bob.id(), conversation);
        erase();

        assertThat(estate.removePossessions(workspace.id, bob.id(), 10)).isTrue();
        while (estate.removePossessions(workspace.id, bob.id(), 10)) {
            assertThat(rows.all(workspace.id, bob.id())).hasSizeLessThan(25);
        }

        assertThat(rows.all(workspace.id, bob.id())).isEmpty();
        assertThat(workspace.stores.windows().claim(mail, workspace.clock.instant(), Duration.ofMinutes(1)))
                .isEqualTo(new MailWindows.Claiming.Nothing());
        assertThat(connections.of(workspace.id, Set.of(bob.id()))).isEmpty();
        assertThat(workspace.stores.apiKeys().find(workspace.id, key)).isEmpty();
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

        var addresses = workspace.stores.addresses();
        assertThat(addresses.of(workspace.id, participant)).isEmpty();
        assertThat(addresses.byToken(workspace.id, token)).isEmpty();
    }
}
