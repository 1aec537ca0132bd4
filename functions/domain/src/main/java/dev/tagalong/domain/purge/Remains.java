package dev.tagalong.domain.purge;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a deleted conversation leaves behind. Every call may be cut off anywhere and made again: it takes away last what the
 * next call needs to find the rest. Never touches the log. Thread-safe.
 */
public interface Remains {
    /**
     * Takes away messages, memberships and addresses of participants with both their places, and who looks at it.
     *
     * @param most how many things at most
     * @return whether there may be more
     */
    boolean removeThread(WorkspaceId workspace, ConversationId conversation, int most);

    /** The events of its log behind that one, oldest first, consistent. */
    List<EventId> events(WorkspaceId workspace, ConversationId conversation, @Nullable EventId after, int most);

    /** Takes away the inbox rows and waiting mail that these users had of an event, then the verdicts on it. */
    void removeNotices(WorkspaceId workspace, ConversationId conversation, EventId event, Set<UserId> told);
}
