package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An inbox row. The local indexes hold these items and no others: one all of them, the other those that are unread. */
final class NotificationItem {
    static final String ARRIVAL = "arrival";
    /** The same as arrival while nobody has read or deleted the row, and absent then. */
    static final String UNREAD = "unread";

    static final String READ_AT = "readAt";
    static final String MAILED_AT = "mailedAt";
    static final String DELETED = "deleted";
    static final Duration LIFE = Duration.ofDays(90);

    private NotificationItem() {}

    static Map<String, AttributeValue> write(WorkspaceId workspace, Notification row) {
        var message = row.message();
        var arrival = arrival(row);
        return Item.of(Keys.notification(workspace, row.recipient(), row.event()), "notification")
                .put("event", row.event().toString())
                .put("recipient", row.recipient().value())
                .put("conversation", row.conversation().toString())
                .put("kind", row.kind())
                .put("reason", row.reason())
                .put("actor", row.actor().value())
                .put("message", message == null ? null : message.toString())
                .put("createdAt", row.createdAt())
                .put("arrivedAt", row.arrivedAt())
                .put(ARRIVAL, arrival)
                .put(UNREAD, row.readAt() == null ? arrival : null)
                .put(READ_AT, row.readAt())
                .put(MAILED_AT, row.mailedAt())
                .put("ttl", row.arrivedAt().plus(LIFE).getEpochSecond())
                .attributes();
    }

    /** The sort key from which rows of that arrival begin. */
    static String arrival(Instant at) {
        return "%015d".formatted(at.toEpochMilli());
    }

    /** The sort key of that row. */
    static String arrival(Notification row) {
        return arrival(row.arrivedAt()) + "#" + row.event();
    }

    static Notification read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var message = item.textOrNull("message");
        return new Notification(
                EventId.parse(item.text("event")),
                new UserId(item.count("recipient")),
                new ConversationId(UUID.fromString(item.text("conversation"))),
                item.constant("kind", Kind.class),
                item.constant("reason", Reason.class),
                new UserId(item.count("actor")),
                message == null ? null : EventId.parse(message),
                item.instant("createdAt"),
                item.instant("arrivedAt"),
                item.instantOrNull(READ_AT),
                item.instantOrNull(MAILED_AT));
    }
}
