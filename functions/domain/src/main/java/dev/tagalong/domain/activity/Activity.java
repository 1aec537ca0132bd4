package dev.tagalong.domain.activity;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a conversation's append-only log, written in the transaction of the change that it records.
 *
 * @param target whom it was done to; null if nobody
 * @param message which message was posted; null for every other type
 * @param details ids and enum words only, such as from and to; never names or text
 */
public record Activity(
        EventId id,
        WorkspaceId workspace,
        ConversationId conversation,
        ActivityType type,
        UserId actor,
        @Nullable UserId target,
        @Nullable EventId message,
        Map<String, String> details,
        Instant createdAt) {
    /** The detail that names who did it where that is not the actor: an agent who posts what the customer said. */
    public static final String POSTED_BY = "posted_by";

    public Activity {
        details = Map.copyOf(details);
    }

    /** Whether it is this user's own act, be it in the name of somebody else. */
    public boolean isActOf(UserId user) {
        return user.equals(actor) || Integer.toString(user.value()).equals(details.get(POSTED_BY));
    }
}
