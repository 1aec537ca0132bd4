package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.DisbandedTeam;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.store.Write;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What takes the place of an erased user's profile and of a deleted team. It is also what the stream drives the purge by. */
final class TombstoneItem {
    static final String ERASED = "erased";
    static final String DISBANDED = "disbanded";

    private static final String USER = "user";
    private static final String TEAM = "team";
    private static final String BY = "by";
    private static final String AT = "at";

    private TombstoneItem() {}

    static Map<String, AttributeValue> write(WorkspaceId workspace, Write.EraseUser erase) {
        var gone = erase.before();
        return write(Item.of(Keys.profile(workspace, gone.id()), ERASED), workspace)
                .put(USER, gone.id().value())
                .put(UserItem.TEAMS, UserItem.teams(gone))
                .put(BY, erase.by().value())
                .put(AT, erase.at())
                .attributes();
    }

    static Map<String, AttributeValue> write(WorkspaceId workspace, Write.DisbandTeam disband) {
        var gone = disband.before().id();
        return write(Item.of(Keys.team(workspace, gone), DISBANDED), workspace)
                .put(TEAM, gone.value())
                .put(BY, disband.by().value())
                .put(AT, disband.at())
                .attributes();
    }

    private static Item write(Item item, WorkspaceId workspace) {
        return item.put("workspace", workspace.value());
    }

    static Optional<Tombstone> user(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        return Optional.of(item)
                .filter(found -> ERASED.equals(found.textOrNull(UserItem.ENTITY)))
                .map(found -> new Tombstone(
                        new UserId(found.count(USER)),
                        found.map(UserItem.TEAMS).keySet().stream()
                                .map(team -> new TeamId(Integer.parseInt(team)))
                                .collect(Collectors.toUnmodifiableSet()),
                        new UserId(found.count(BY)),
                        found.instant(AT)));
    }

    static Optional<DisbandedTeam> team(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        return Optional.of(item)
                .filter(found -> DISBANDED.equals(found.textOrNull(UserItem.ENTITY)))
                .map(found -> new DisbandedTeam(
                        new TeamId(found.count(TEAM)), new UserId(found.count(BY)), found.instant(AT)));
    }
}
