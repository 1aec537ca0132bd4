package dev.tagalong.handlers.notification;

import dev.tagalong.domain.notification.AutoFollow;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Json;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers show a user's settings, and how a change of them is read: only what is given changes. */
final class SettingsWire {
    private SettingsWire() {}

    static Map<String, @Nullable Object> of(NotificationSettings settings) {
        var shown = Json.object();
        for (var kind : Kind.values()) {
            var channels = settings.of(kind);
            shown.put(Json.word(kind), Json.object("toast", channels.toast(), "email", channels.email()));
        }
        var auto = settings.autoFollow();
        var quiet = settings.quietWindow();
        shown.put(
                "auto_follow", Json.object("mention", auto.mention(), "reply", auto.reply(), "assign", auto.assign()));
        shown.put("quiet_window_seconds", quiet == null ? null : quiet.toSeconds());
        return shown;
    }

    static NotificationSettings merge(NotificationSettings before, Fields body) {
        var merged = before;
        for (var kind : Kind.values()) {
            var given = body.object(Json.word(kind));
            var channels = merged.of(kind);
            merged = merged.with(
                    kind,
                    new Channels(
                            given.flag("toast").orElse(channels.toast()),
                            given.flag("email").orElse(channels.email())));
        }
        var auto = body.object("auto_follow");
        return new NotificationSettings(
                merged.channels(),
                new AutoFollow(
                        auto.flag("mention").orElse(before.autoFollow().mention()),
                        auto.flag("reply").orElse(before.autoFollow().reply()),
                        auto.flag("assign").orElse(before.autoFollow().assign())),
                quiet(before, body));
    }

    private static @Nullable Duration quiet(NotificationSettings before, Fields body) {
        if (!body.has("quiet_window_seconds")) {
            return before.quietWindow();
        }
        return body.optionalNumber("quiet_window_seconds", 0, 900)
                .map(Duration::ofSeconds)
                .orElse(null);
    }
}
