package dev.tagalong.domain.conversation;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.UserId;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation came to be. Never changes.
 *
 * @param customer the contact it is with
 */
public record Origin(
        UserId customer,
        Channel channel,
        Source source,
        @Nullable InboxId inbox,
        @Nullable DepartmentId department) {}
