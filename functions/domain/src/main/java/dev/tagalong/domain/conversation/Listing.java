package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a list knows of a conversation without reading it: enough to filter and to sort. */
public record Listing(
        ConversationId id,
        Status status,
        Priority priority,
        Channel channel,
        Assignment assignment,
        UserId customer,
        @Nullable InboxId inbox,
        @Nullable DepartmentId department,
        Set<String> tags,
        Instant lastActivityAt) {
    public Listing {
        tags = Set.copyOf(tags);
    }

    /** What a list would know of that conversation. */
    public static Listing of(Conversation conversation) {
        return new Listing(
                conversation.id(),
                conversation.state().status(),
                conversation.state().priority(),
                conversation.origin().channel(),
                conversation.assignment(),
                conversation.origin().customer(),
                conversation.origin().inbox(),
                conversation.origin().department(),
                conversation.state().tags(),
                conversation.lastActivityAt());
    }
}
