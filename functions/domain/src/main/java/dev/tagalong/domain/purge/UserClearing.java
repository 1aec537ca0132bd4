package dev.tagalong.domain.purge;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Unassignment;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.live.Disconnection;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Clears what an erased user leaves: open sockets, memberships with their count and an entry in each log, thread
 * subscriptions, the inbox and everything else of their own, their places in teams, and conversations that are assigned to
 * them. What they wrote and did stays, by their number. Who is deactivated loses open sockets and nothing else.
 */
public final class UserClearing implements Clearing {
    private final Records records;
    private final Estate estate;
    private final Departures departures;
    private final Unassignment unassignment;
    private final Disconnection disconnection;
    private final InstantSource clock;

    public UserClearing(
            Records records,
            Estate estate,
            Departures departures,
            Unassignment unassignment,
            Disconnection disconnection,
            InstantSource clock) {
        this.records = records;
        this.clock = clock;
        this.estate = estate;
        this.departures = departures;
        this.unassignment = unassignment;
        this.disconnection = disconnection;
    }

    private static UserId user(PurgeJob job) {
        return ((PurgeJob.OfUser) job.subject()).id();
    }

    @Override
    public boolean isGone(PurgeJob job) {
        var user = user(job);
        return records.read(Lookup.in(job.workspace()).user(user))
                .user(user)
                .filter(User::active)
                .isEmpty();
    }

    @Override
    public Optional<PurgeJob> step(PurgeJob job) {
        disconnection.of(job.workspace(), user(job));
        return estate.tombstone(job.workspace(), user(job))
                .filter(gone -> isMoreAfter(job, gone))
                .map(gone -> job);
    }

    private boolean isMoreAfter(PurgeJob job, Tombstone gone) {
        var workspace = job.workspace();
        var user = gone.user();
        if (endedAny(
                        estate.memberships(workspace, user, Purge.STEP),
                        each -> departures.end(workspace, gone, each, clock.instant()))
                || endedAny(
                        estate.subscriptions(workspace, user, Purge.STEP),
                        each -> departures.end(workspace, gone, each))
                || estate.removePossessions(workspace, user, Purge.STEP)) {
            return true;
        }
        estate.removeMember(workspace, user, gone.teams());
        return unassignment.of(user, new Unassignment.Order(workspace, gone.by(), clock.instant(), Purge.STEP));
    }

    private static <T> boolean endedAny(List<T> some, Function<T, Outcome<T>> end) {
        InParallel.map(some, each -> end.apply(each).orThrow("something of an erased user could not be ended"));
        return !some.isEmpty();
    }
}
