package dev.tagalong.domain.conversation;

import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.User;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with what it names.
 *
 * @param customer null if that contact was erased
 * @param department null if it belongs to none
 * @param assignee null if no agent works on it
 */
public record ConversationView(
        Conversation conversation,
        @Nullable User customer,
        @Nullable Department department,
        @Nullable User assignee) {}
