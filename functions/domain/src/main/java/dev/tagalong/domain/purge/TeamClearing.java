package dev.tagalong.domain.purge;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Unassignment;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.DisbandedTeam;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Clears what a deleted team leaves: conversations that are assigned to it, and members who came while it was being deleted;
 * all others went before it did.
 */
public final class TeamClearing implements Clearing {
    private final Estate estate;
    private final Directory directory;
    private final Ledger ledger;
    private final Unassignment unassignment;
    private final InstantSource clock;

    public TeamClearing(
            Estate estate, Directory directory, Ledger ledger, Unassignment unassignment, InstantSource clock) {
        this.estate = estate;
        this.directory = directory;
        this.ledger = ledger;
        this.unassignment = unassignment;
        this.clock = clock;
    }

    private static TeamId team(PurgeJob job) {
        return ((PurgeJob.OfTeam) job.subject()).id();
    }

    @Override
    public boolean isGone(PurgeJob job) {
        return estate.disbanded(job.workspace(), team(job)).isPresent();
    }

    @Override
    public Optional<PurgeJob> step(PurgeJob job) {
        return estate.disbanded(job.workspace(), team(job))
                .filter(gone -> isMoreAfter(job.workspace(), gone))
                .map(gone -> job);
    }

    private boolean isMoreAfter(WorkspaceId workspace, DisbandedTeam gone) {
        directory.members(workspace, gone.team()).forEach(member -> leave(workspace, gone.team(), member));
        return unassignment.of(gone.team(), new Unassignment.Order(workspace, gone.by(), clock.instant(), Purge.STEP));
    }

    /** Stale if they went meanwhile, or were erased and are purged themselves; throws if the ledger was too busy. */
    private void leave(WorkspaceId workspace, TeamId team, UserId member) {
        if (ledger.commit(workspace, List.of(new Write.LeaveTeam(team, member))) instanceof Commit.Busy) {
            throw new IllegalStateException("a member could not leave a deleted team");
        }
    }
}
