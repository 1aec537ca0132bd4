package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.Folded;
import dev.tagalong.domain.people.Inbox;
import dev.tagalong.domain.people.Listed;
import dev.tagalong.domain.people.MailTrouble;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.Team;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of changes of people and of what they belong to. */
abstract class PeopleContract {
    private static final Commit DONE = new Commit.Committed();
    private static final Commit STALE = new Commit.Stale();
    private static final TeamName TEAM = new TeamName(new TeamId(1), "Support");

    private final User bob = Workspace.agent(42, "Bob@Example.com");
    private Workspace workspace;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        assertThat(workspace.commit(new Write.CreateUser(bob))).isEqualTo(DONE);
    }

    private Directory directory() {
        return workspace.stores.directory();
    }

    private User stored(User user) {
        return workspace.stored(user.id());
    }

    private static User changed(User user, String first, @Nullable String email, @Nullable String externalId) {
        return user.with(new Person(first, "", email, "https://x.example/a.png"), externalId, Role.SUPERVISOR, false);
    }

    @Test
    void aChangedUserIsFoundUnderTheirNewNamesOnly() {
        var rob = changed(bob, "Rob", "rob@example.com", "rob-1");

        assertThat(workspace.commit(new Write.UpdateUser(bob, rob))).isEqualTo(DONE);

        assertThat(stored(bob)).isEqualTo(rob);
        assertThat(directory().byEmail(workspace.id, "bob@example.com")).isEmpty();
        assertThat(directory().byEmail(workspace.id, "Rob@Example.com")).contains(bob.id());
        assertThat(directory().byExternalId(workspace.id, "external-42")).isEmpty();
        assertThat(directory().byExternalId(workspace.id, "rob-1")).contains(bob.id());
        assertThat(workspace.stores.roster().agents(workspace.id))
                .containsExactly(
                        new Listed(bob.id(), new Folded("rob"), new Folded("rob@example.com"), Role.SUPERVISOR, false));
    }

    @Test
    void namesMayBeGivenUpAndKeptInOtherLetters() {
        var without = changed(bob, "Bob", "BOB@example.com", null);

        assertThat(workspace.commit(new Write.UpdateUser(bob, without))).isEqualTo(DONE);

        assertThat(stored(bob)).isEqualTo(without);
        assertThat(directory().byEmail(workspace.id, "bob@example.com")).contains(bob.id());
        assertThat(directory().byExternalId(workspace.id, "external-42")).isEmpty();
        assertThat(workspace.commit(new Write.CreateUser(Workspace.agent(43, "bob@example.com"))))
                .isEqualTo(new Commit.Taken("email"));
    }

    @Test
    void anAddressIsTheSameWithItsDomainInPunycode() {
        var letters = changed(bob, "Bob", "bob@bücher.example", null);
        var punycode = changed(bob, "Bob", "Bob@XN--BCHER-kva.example", null);

        assertThat(workspace.commit(new Write.UpdateUser(bob, letters))).isEqualTo(DONE);
        assertThat(directory().byEmail(workspace.id, "bob@xn--bcher-kva.example"))
                .contains(bob.id());
        assertThat(workspace.commit(new Write.CreateUser(Workspace.agent(43, "bob@xn--bcher-kva.example"))))
                .isEqualTo(new Commit.Taken("email"));
        assertThat(workspace.commit(new Write.UpdateUser(letters, punycode))).isEqualTo(DONE);
        assertThat(directory().byEmail(workspace.id, "bob@Bücher.example")).contains(bob.id());
    }

    @Test
    void namesOfOthersAreTakenAndNothingChanges() {
        workspace.commit(new Write.CreateUser(Workspace.agent(17, "alice@example.com")));

        assertThat(workspace.commit(new Write.UpdateUser(bob, changed(bob, "Bob", "ALICE@example.com", "external-42"))))
                .isEqualTo(new Commit.Taken("email"));
        assertThat(workspace.commit(new Write.UpdateUser(bob, changed(bob, "Bob", "bob@example.com", "external-17"))))
                .isEqualTo(new Commit.Taken("external_id"));
        var both = changed(bob, "Bob", "alice@example.com", "external-17");
        assertThat(workspace.commit(new Write.UpdateUser(bob, both))).isEqualTo(new Commit.Taken("email"));
        var another = Workspace.agent(43).with(both.person(), both.externalId(), Role.AGENT, true);
        assertThat(workspace.commit(new Write.CreateUser(another))).isEqualTo(new Commit.Taken("email"));
        assertThat(stored(bob)).isEqualTo(bob);
    }

    @Test
    void whoeverReadSomethingElseIsStale() {
        var rob = changed(bob, "Rob", "rob@example.com", "rob-1");
        workspace.commit(new Write.UpdateUser(bob, rob));

        assertThat(workspace.commit(new Write.UpdateUser(bob, changed(bob, "Bobby", "b@example.com", null))))
                .isEqualTo(STALE);
        var nobody = Workspace.agent(99);
        assertThat(workspace.commit(new Write.UpdateUser(nobody, changed(nobody, "No", null, null))))
                .isEqualTo(STALE);
        assertThat(stored(bob)).isEqualTo(rob);
        assertThat(directory().byEmail(workspace.id, "b@example.com")).isEmpty();
    }

    @Test
    void settingsAreReplacedOnlyByWhoReadThem() {
        var first = bob.settings().with(Kind.REPLY, new Channels(false, true));
        var second = bob.settings().with(Kind.NOTE, new Channels(true, false));

        assertThat(workspace.commit(new Write.SaveUserSettings(bob, first))).isEqualTo(DONE);
        assertThat(workspace.commit(new Write.SaveUserSettings(bob, second))).isEqualTo(STALE);
        assertThat(stored(bob).settings()).isEqualTo(first);
        assertThat(workspace.commit(new Write.SaveUserSettings(stored(bob), second)))
                .isEqualTo(DONE);
        assertThat(workspace.commit(new Write.SaveUserSettings(Workspace.agent(99), first)))
                .isEqualTo(STALE);
    }

    @Test
    void theWorkspacesSettingsAreReplacedOnlyByWhoReadThem() {
        var before = WorkspaceSettings.DEFAULT;
        var first = new WorkspaceSettings(300, false, true, Duration.ofSeconds(90), false, TalkJsVersion.INITIAL);
        var second = new WorkspaceSettings(200, true, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED);
        workspace.commit(new Write.CreateWorkspace(before));

        assertThat(workspace.commit(new Write.SaveSettings(before, first))).isEqualTo(DONE);
        assertThat(workspace.commit(new Write.SaveSettings(before, second))).isEqualTo(STALE);
        assertThat(workspace.records.read(Lookup.in(workspace.id)).settings()).isEqualTo(first);
        assertThat(workspace.commit(new Write.SaveSettings(first, second))).isEqualTo(DONE);
    }

    @Test
    void aUserIsExpectedWithRoleAndActivity() {
        assertThat(workspace.commit(new Write.ExpectUser(bob.id(), Role.AGENT, true)))
                .isEqualTo(DONE);
        assertThat(workspace.commit(new Write.ExpectUser(bob.id(), Role.ADMIN, true)))
                .isEqualTo(STALE);
        assertThat(workspace.commit(new Write.ExpectUser(bob.id(), Role.AGENT, false)))
                .isEqualTo(STALE);
        assertThat(workspace.commit(new Write.ExpectUser(new UserId(99), null, true)))
                .isEqualTo(STALE);
    }

    @Test
    void whoComesIntoATeamIsInItOnBothSides() {
        workspace.commit(new Write.CreateTeam(TEAM));
        var join = new Write.JoinTeam(TEAM.id(), bob.id());

        assertThat(workspace.commit(join, new Write.ExpectTeam(TEAM.id()))).isEqualTo(DONE);

        assertThat(directory().team(workspace.id, TEAM.id()))
                .contains(new Team(TEAM.id(), "Support", Set.of(bob.id())));
        assertThat(stored(bob).teams()).containsExactly(TEAM.id());
        assertThat(workspace.commit(join)).as("again").isEqualTo(STALE);
        assertThat(workspace.commit(new Write.JoinTeam(TEAM.id(), new UserId(99))))
                .isEqualTo(STALE);
    }

    @Test
    void whoGoesOutOfATeamKeepsTheOthers() {
        workspace.commit(new Write.JoinTeam(TEAM.id(), bob.id()));
        workspace.commit(new Write.JoinTeam(new TeamId(2), bob.id()));
        var leave = new Write.LeaveTeam(TEAM.id(), bob.id());

        assertThat(workspace.commit(leave)).isEqualTo(DONE);

        assertThat(stored(bob).teams()).containsExactly(new TeamId(2));
        assertThat(directory().members(workspace.id, TEAM.id())).isEmpty();
        assertThat(workspace.commit(leave)).as("again").isEqualTo(STALE);
    }

    @Test
    void aChangeOfTheUserLeavesTheTeamsThatTheyCameIntoMeanwhile() {
        workspace.commit(new Write.JoinTeam(TEAM.id(), bob.id()));

        assertThat(workspace.commit(new Write.UpdateUser(bob, changed(bob, "Rob", "rob@example.com", null))))
                .isEqualTo(DONE);

        assertThat(stored(bob).teams()).containsExactly(TEAM.id());
    }

    @Test
    void teamsInboxesAndDepartmentsAreRenamedByWhoReadTheirName() {
        var inbox = new Inbox(new InboxId(1), "Mail");
        var department = new Department(new DepartmentId(new UUID(0, 5)), "Sales");
        workspace.commit(
                new Write.CreateTeam(TEAM), new Write.CreateInbox(inbox), new Write.CreateDepartment(department));

        assertThat(workspace.commit(
                        new Write.RenameTeam(TEAM, "Help"),
                        new Write.RenameInbox(inbox, "Post"),
                        new Write.RenameDepartment(department, "Trade")))
                .isEqualTo(DONE);

        assertThat(directory().teams(workspace.id)).containsExactly(new TeamName(TEAM.id(), "Help"));
        assertThat(directory().inboxes(workspace.id)).containsExactly(new Inbox(inbox.id(), "Post"));
        assertThat(directory().departments(workspace.id)).containsExactly(new Department(department.id(), "Trade"));
        assertThat(workspace.commit(new Write.RenameTeam(TEAM, "Again"))).isEqualTo(STALE);
        assertThat(workspace.commit(new Write.RenameInbox(inbox, "Again"))).isEqualTo(STALE);
        assertThat(workspace.commit(new Write.RenameDepartment(department, "Again")))
                .isEqualTo(STALE);
        assertThat(workspace.commit(new Write.ExpectTeam(new TeamId(2)))).isEqualTo(STALE);
    }

    @Test
    void troubleWithAnAddressStaysUntilThereIsAnother() {
        var workspace = open();
        var before = Workspace.agent(42);
        workspace.commit(new Write.CreateUser(before));

        assertThat(workspace.commit(new Write.SaveMailTrouble(before, MailTrouble.BOUNCED)))
                .isEqualTo(new Commit.Committed());
        var troubled = workspace.stored(before.id());
        assertThat(troubled).isEqualTo(before.withMailTrouble(MailTrouble.BOUNCED));
        assertThat(workspace.commit(
                        new Write.SaveMailTrouble(Workspace.agent(42, "other@example.com"), MailTrouble.BOUNCED)))
                .isEqualTo(new Commit.Stale());

        var elsewhere =
                before.with(Workspace.agent(42, "new@example.com").person(), before.externalId(), before.role(), true);
        assertThat(workspace.commit(new Write.UpdateUser(troubled, elsewhere))).isEqualTo(new Commit.Committed());
        assertThat(workspace.stored(before.id()).mailTrouble()).isNull();
    }
}
