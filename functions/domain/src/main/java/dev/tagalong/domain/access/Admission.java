package dev.tagalong.domain.access;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.time.Instant;

/**
 * Who a socket belongs to.
 *
 * @param endsAt when the token behind it expires and the socket with it
 */
public record Admission(WorkspaceId workspace, UserId user, Instant endsAt) {}
