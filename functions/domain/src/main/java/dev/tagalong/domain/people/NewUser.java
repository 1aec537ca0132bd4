package dev.tagalong.domain.people;

import dev.tagalong.domain.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user that somebody wants to make.
 *
 * @param id null for the next of the counter
 * @param uuid null for a random one
 * @param role null for a contact
 */
public record NewUser(
        @Nullable UserId id,
        @Nullable UUID uuid,
        @Nullable String externalId,
        UserType type,
        @Nullable Role role,
        Person person) {}
