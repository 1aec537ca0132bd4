package dev.tagalong.domain.purge;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.people.DisbandedTeam;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.subscription.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What erased users and deleted teams leave behind. Every call may be cut off anywhere and made again: it takes away last what
 * the next call needs to find the rest. Thread-safe.
 */
public interface Estate {
    /** What stands in place of an erased user, consistent; absent if that user was not erased. */
    Optional<Tombstone> tombstone(WorkspaceId workspace, UserId user);

    /** What stands in place of a deleted team, consistent; absent if that team was not deleted. */
    Optional<DisbandedTeam> disbanded(WorkspaceId workspace, TeamId team);

    /** Some memberships of the user, ended and parked ones too, consistent; none when none is left. */
    List<Membership> memberships(WorkspaceId workspace, UserId user, int most);

    /** Takes away what is left of a membership that has ended: its place with the user, and the address for mail. */
    void removeMembership(WorkspaceId workspace, MembershipKey membership);

    /** Some thread subscriptions of the user, consistent; none when none is left. */
    List<Subscription> subscriptions(WorkspaceId workspace, UserId user, int most);

    /**
     * Takes away inbox rows, waiting mail, sockets and API keys of the user, and whatever else is theirs alone. Memberships
     * and subscriptions stay.
     *
     * @param most how many things at most
     * @return whether there may be more
     */
    boolean removePossessions(WorkspaceId workspace, UserId user, int most);

    /** Takes the user out of the lists of members of these teams. */
    void removeMember(WorkspaceId workspace, UserId user, Set<TeamId> teams);
}
