package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.purge.PurgeJob;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what the stream delivers when something was deleted: the activity of a conversation, a tombstone, an inactive user. */
public final class DeletedItem {
    private DeletedItem() {}

    /** The job of purging what it left; throws IllegalArgumentException or IllegalStateException if the item is none of these. */
    public static PurgeJob job(Map<String, AttributeValue> attributes) {
        var entity = Item.read(attributes).text(UserItem.ENTITY);
        return switch (entity) {
            case "activity" -> thread(attributes);
            case UserItem.HERE -> user(attributes);
            case TombstoneItem.ERASED ->
                PurgeJob.of(
                        workspace(attributes),
                        TombstoneItem.user(attributes)
                                .map(gone -> new PurgeJob.OfUser(gone.user()))
                                .orElseThrow());
            case TombstoneItem.DISBANDED ->
                PurgeJob.of(
                        workspace(attributes),
                        TombstoneItem.team(attributes)
                                .map(gone -> new PurgeJob.OfTeam(gone.team()))
                                .orElseThrow());
            default -> throw new IllegalArgumentException("nothing is purged after " + entity);
        };
    }

    private static PurgeJob thread(Map<String, AttributeValue> attributes) {
        var activity = ActivityItem.read(attributes);
        if (activity.type() != ActivityType.CONVERSATION_DELETED) {
            throw new IllegalArgumentException("nothing is purged after " + activity.type());
        }
        return PurgeJob.of(activity.workspace(), activity.conversation());
    }

    private static PurgeJob user(Map<String, AttributeValue> attributes) {
        var user = UserItem.read(attributes);
        if (user.active()) {
            throw new IllegalArgumentException("nothing is purged of an active user");
        }
        return PurgeJob.of(workspace(attributes), new PurgeJob.OfUser(user.id()));
    }

    private static WorkspaceId workspace(Map<String, AttributeValue> attributes) {
        return new WorkspaceId(Item.read(attributes).text("workspace"));
    }
}
