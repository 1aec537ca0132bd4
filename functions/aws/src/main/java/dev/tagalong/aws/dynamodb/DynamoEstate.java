package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.people.DisbandedTeam;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.purge.Estate;
import dev.tagalong.domain.subscription.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What erased users and deleted teams leave in the table: the user's own partition, and what rows of it name elsewhere. Those
 * rows are deleted after what they name.
 */
public final class DynamoEstate implements Estate {
    /** A sort key before every other. */
    private static final String FIRST = " ";

    private final Table table;

    public DynamoEstate(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Tombstone> tombstone(WorkspaceId workspace, UserId user) {
        return TombstoneItem.user(table.get(Keys.profile(workspace, user)));
    }

    @Override
    public Optional<DisbandedTeam> disbanded(WorkspaceId workspace, TeamId team) {
        return TombstoneItem.team(table.get(Keys.team(workspace, team)));
    }

    @Override
    public List<Membership> memberships(WorkspaceId workspace, UserId user, int most) {
        return table.query(Keys.user(workspace, user), Keys.FOLLOW, most).stream()
                .map(MembershipItem::read)
                .toList();
    }

    @Override
    public void removeMembership(WorkspaceId workspace, MembershipKey membership) {
        var address = Keys.address(workspace, membership);
        var left = new ArrayList<Keys.Key>();
        var found = table.get(address);
        if (!found.isEmpty()) {
            left.add(Keys.addressee(workspace, AddressItem.read(found).token()));
            left.add(address);
        }
        left.add(Keys.follow(workspace, membership.user(), membership.conversation()));
        table.delete(left);
    }

    @Override
    public List<Subscription> subscriptions(WorkspaceId workspace, UserId user, int most) {
        return table.query(Keys.user(workspace, user), Keys.THREAD, most).stream()
                .map(SubscriptionItem::read)
                .toList();
    }

    @Override
    public boolean removePossessions(WorkspaceId workspace, UserId user, int most) {
        var profile = Keys.profile(workspace, user);
        var found = table.keys(profile.pk(), FIRST, most);
        var own = found.keys().stream()
                .filter(key -> !key.equals(profile)
                        && !key.sk().startsWith(Keys.FOLLOW)
                        && !key.sk().startsWith(Keys.THREAD))
                .toList();
        var ring = Keys.keyRing(workspace, user);
        if (own.contains(ring)) {
            table.delete(ApiKeyItem.ring(user, table.get(ring)).keys().stream()
                    .map(key -> Keys.apiKey(workspace, key))
                    .toList());
        }
        table.delete(own);
        return found.more();
    }

    @Override
    public void removeMember(WorkspaceId workspace, UserId user, Set<TeamId> teams) {
        table.delete(
                teams.stream().map(team -> Keys.member(workspace, team, user)).toList());
    }
}
