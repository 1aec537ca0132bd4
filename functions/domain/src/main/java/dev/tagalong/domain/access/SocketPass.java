package dev.tagalong.domain.access;

import dev.tagalong.domain.UserId;
import java.time.Instant;

/**
 * Leave to open one socket.
 *
 * @param ticketExpiresAt until when the ticket may be redeemed
 * @param sessionEndsAt when the token that asked for it expires, which ends the socket
 */
public record SocketPass(UserId user, Instant ticketExpiresAt, Instant sessionEndsAt) {}
