package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;

/** What came of one pair. */
public record BulkItem(ConversationId conversation, UserId user, Result result) {
    /** What came of it. */
    public sealed interface Result {
        /** It was changed. */
        record Changed() implements Result {}

        /** It was so already, or nothing is changed by it: the System user, the assignee. */
        record Unchanged() implements Result {}

        /** It was not done, and nothing of it changed. */
        record Refused(Refusal refusal) implements Result {}

        /** There was no time left for it; a repetition goes on with it. */
        record NotAttempted() implements Result {}

        /** Something of ours failed; it may or may not have been done, and a repetition finds out. */
        record Failed(RuntimeException cause) implements Result {}
    }
}
