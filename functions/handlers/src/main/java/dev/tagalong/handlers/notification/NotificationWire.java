package dev.tagalong.handlers.notification;

import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.NotificationView;
import dev.tagalong.domain.notification.Sentence;
import dev.tagalong.handlers.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers and frames show inbox rows: alike, so that a client reads both with one reader. */
public final class NotificationWire {
    private NotificationWire() {}

    static Map<String, @Nullable Object> of(NotificationView view) {
        return of(view.row(), view.sentence());
    }

    /** A row in words. */
    public static Map<String, @Nullable Object> of(Notification row, Sentence sentence) {
        var message = row.message();
        return Json.object(
                "id", row.event().toString(),
                "type", Json.word(row.kind()),
                "reason", Json.word(row.reason()),
                "title", sentence.title(),
                "description", sentence.description(),
                "conversation_uuid", row.conversation().toString(),
                "message_id", message == null ? null : message.toString(),
                "read_at", Json.time(row.readAt()),
                "created_at", Json.time(row.createdAt()));
    }
}
