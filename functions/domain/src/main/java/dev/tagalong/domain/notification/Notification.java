package dev.tagalong.domain.notification;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a user's inbox; at most one for each event and user. Names and texts are looked up when it is read.
 *
 * @param event the activity that caused it, which is also the row's id within one user's inbox
 * @param message the message it is about; null if it is about none
 * @param arrivedAt when the row was put into the inbox, later than createdAt
 * @param readAt null while unread
 * @param mailedAt when a mail that holds it was sent; null if none was
 */
public record Notification(
        EventId event,
        UserId recipient,
        ConversationId conversation,
        Kind kind,
        Reason reason,
        UserId actor,
        @Nullable EventId message,
        Instant createdAt,
        Instant arrivedAt,
        @Nullable Instant readAt,
        @Nullable Instant mailedAt) {}
