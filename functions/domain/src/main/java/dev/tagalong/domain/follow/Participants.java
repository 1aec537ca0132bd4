package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import java.util.List;

/** Lists who is tied to a conversation. Thread-safe. */
public interface Participants {
    /** Every membership of the conversation, ended and parked ones too, oldest first, consistent. */
    List<Membership> of(WorkspaceId workspace, ConversationId conversation);
}
