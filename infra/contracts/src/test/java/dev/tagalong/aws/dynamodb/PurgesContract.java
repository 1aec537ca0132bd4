package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of purges whose workers are killed in between any two calls to the table. */
abstract class PurgesContract {
    private static final UserId OLGA = new UserId(2);
    private static final TeamName TEAM = new TeamName(new TeamId(1), "Support");

    private final User bob = Workspace.agent(42, "Bob@Example.com");
    private StoredWorkspace workspace;

    abstract StoredWorkspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
    }

    /**
     * Carries the job out, first by workers that live for so many calls, then by one that lives on.
     *
     * @return how many were killed
     */
    private int purge(PurgeJob job, int budget) {
        var jobs = new ArrayDeque<PurgeJob>(List.of(job));
        var dying = new DyingTable(workspace.table);
        var doomed = StoredPurge.over(workspace, dying.table(), (next, delay) -> jobs.add(next));
        int kills = 0;
        while (dying.kills(budget, () -> doomed.carryOut(jobs.getFirst(), () -> true))) {
            kills++;
            assertThat(kills).as("each worker gets on").isLessThan(50);
        }
        var purge = StoredPurge.over(workspace, workspace.table, (next, delay) -> {
            if (delay.equals(Duration.ZERO)) {
                jobs.add(next);
            }
        });
        while (!jobs.isEmpty()) {
            purge.carryOut(jobs.remove(), () -> false);
        }
        return kills;
    }

    private Conversation assigned(int reference) {
        var conversation = workspace.conversation(reference);
        var after = conversation.withAssignment(new Assignment(bob.id(), TEAM.id()), workspace.clock.instant());
        workspace.commit(new Write.UpdateConversation(conversation, after));
        return after;
    }

    @Test
    void anErasureThatIsKilledAgainAndAgainFinishes() {
        workspace.commit(new Write.CreateUser(bob));
        workspace.commit(new Write.CreateTeam(TEAM), new Write.JoinTeam(TEAM.id(), bob.id()));
        var conversations = new ArrayList<ConversationId>();
        for (int count = 1; count <= 24; count++) {
            var conversation = count % 3 == 0 ? assigned(count) : workspace.conversation(count);
            conversations.add(conversation.id());
            var membership = workspace.following(conversation.id(), 42);
            workspace.commit(
                    new Write.SaveMembership(null, membership),
                    new Write.CountParticipant(conversation.id(), 1, 100, conversation.assignment()));
            workspace.told(workspace.ids.event(), bob.id(), conversation.id());
            workspace.told(workspace.ids.event(), bob.id(), conversation.id());
        }
        var subscription = workspace.subscribed(bob.id());
        Eventually.holds(
                () -> assertThat(workspace.stores.index().all(workspace.id)).hasSize(24));
        workspace.commit(new Write.EraseUser(workspace.stored(bob.id()), OLGA, workspace.clock.instant()));

        assertThat(purge(PurgeJob.of(workspace.id, new PurgeJob.OfUser(bob.id())), 60))
                .isPositive();

        assertThat(workspace
                        .table
                        .keys(Keys.user(workspace.id, bob.id()), " ", 1_000)
                        .keys())
                .containsExactly(Keys.profile(workspace.id, bob.id()));
        assertThat(workspace.stores.subscriptions().of(workspace.id, subscription.thread()))
                .isEmpty();
        assertThat(workspace.stores.directory().members(workspace.id, TEAM.id()))
                .isEmpty();
        assertThat(conversations).allSatisfy(id -> {
            assertThat(workspace.stored(id).participantCount()).isZero();
            assertThat(workspace.stored(id).assignment().user()).isNull();
            assertThat(workspace
                            .stores
                            .activityLog()
                            .page(workspace.id, id, 1, 10)
                            .rows())
                    .allSatisfy(activity -> assertThat(activity.actor()).isEqualTo(OLGA))
                    .hasSizeBetween(1, 2);
        });
    }

    @Test
    void aDeletionThatIsKilledAgainAndAgainFinishes() {
        var conversation = workspace.conversation(1).id();
        for (int count = 0; count < 80; count++) {
            workspace.told(workspace.posted(conversation), new UserId(100 + count % 20), conversation);
        }
        for (int user = 100; user < 120; user++) {
            workspace.follow(conversation, user, 1000);
        }
        workspace.commit(new Write.DeleteConversation(workspace.stored(conversation)));

        // More calls than the events that go on at the same time need, or none of them is ever done.
        assertThat(purge(PurgeJob.of(workspace.id, conversation), 140)).isGreaterThan(2);

        var everybody = new MessageLog.Audience(true, null, 0);
        assertThat(workspace
                        .stores
                        .messages()
                        .page(workspace.id, conversation, everybody, 1, 100)
                        .total())
                .isZero();
        for (int user = 100; user < 120; user++) {
            assertThat(workspace.stores.rows().all(workspace.id, new UserId(user)))
                    .isEmpty();
            assertThat(workspace.stores.index().memberships(workspace.id, new UserId(user)))
                    .isEmpty();
        }
        assertThat(workspace
                        .stores
                        .activityLog()
                        .page(workspace.id, conversation, 1, 1)
                        .total())
                .as("the log stays")
                .isEqualTo(100);
        assertThat(workspace
                        .records
                        .read(Lookup.in(workspace.id).conversation(conversation))
                        .conversations())
                .isEmpty();
        assertThat(workspace.conversation(1).assignment()).isEqualTo(Assignment.NOBODY);
    }
}
