package dev.tagalong.domain.activity;

import dev.tagalong.domain.people.User;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log with the people in it.
 *
 * @param actor null if they were erased
 * @param target null if there is none or they were erased
 */
public record ActivityView(
        Activity activity, @Nullable User actor, @Nullable User target) {}
