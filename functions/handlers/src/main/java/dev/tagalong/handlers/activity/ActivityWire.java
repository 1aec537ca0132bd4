package dev.tagalong.handlers.activity;

import dev.tagalong.domain.activity.ActivityView;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.people.UserWire;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers show entries of the log. */
final class ActivityWire {
    private ActivityWire() {}

    static Map<String, @Nullable Object> of(ActivityView view) {
        var activity = view.activity();
        var message = activity.message();
        var target = activity.target();
        return Json.object(
                "id", activity.id().toString(),
                "type", Json.word(activity.type()),
                "actor", UserWire.brief(activity.actor(), view.actor()),
                "target", target == null ? null : UserWire.brief(target, view.target()),
                "message_id", message == null ? null : message.toString(),
                "details", activity.details(),
                "created_at", Json.time(activity.createdAt()));
    }
}
