package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import java.util.List;

/**
 * Each of these users for each of these conversations. Who or what is named twice counts once.
 *
 * @param conversations at most 100
 * @param users at most 100
 * @param dryRun whether only to say what would come of it
 */
public record BulkOrder(List<ConversationId> conversations, List<UserId> users, Action action, boolean dryRun) {
    public BulkOrder {
        conversations = conversations.stream().distinct().toList();
        users = users.stream().distinct().toList();
    }

    /** What is done to each pair. */
    public enum Action {
        ADD,
        REMOVE
    }
}
