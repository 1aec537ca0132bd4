package dev.tagalong.domain.message;

import dev.tagalong.domain.people.User;
import org.jspecify.annotations.Nullable;

/**
 * A message with its author.
 *
 * @param author null if they were erased
 */
public record MessageView(Message message, @Nullable User author) {}
