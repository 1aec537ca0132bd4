package dev.tagalong.domain.live;

import dev.tagalong.domain.UserId;
import java.time.Instant;

/**
 * One open socket of a user.
 *
 * @param endsAt when the token behind it expires; nothing is sent to it after that
 */
public record Connection(ConnectionId id, UserId user, Instant endsAt) {}
