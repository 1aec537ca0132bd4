package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Json;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers show a workspace's switches, and how a change of them is read: only what is given changes. */
final class WorkspaceWire {
    private WorkspaceWire() {}

    static Map<String, @Nullable Object> of(WorkspaceSettings settings) {
        return Json.object(
                "participant_limit", settings.participantLimit(),
                "follow_grants_access", settings.followGrantsAccess(),
                "assignee_can_follow", settings.assigneeCanFollow(),
                "quiet_window_seconds", settings.quietWindow().toSeconds(),
                "notifications_enabled", settings.notificationsEnabled(),
                "talkjs_version", settings.talkjsVersion().date());
    }

    static WorkspaceSettings merge(WorkspaceSettings before, Fields body) {
        return new WorkspaceSettings(
                body.optionalNumber("participant_limit", 1, Integer.MAX_VALUE).orElse(before.participantLimit()),
                body.flag("follow_grants_access").orElse(before.followGrantsAccess()),
                body.flag("assignee_can_follow").orElse(before.assigneeCanFollow()),
                body.optionalNumber("quiet_window_seconds", 0, 900)
                        .map(Duration::ofSeconds)
                        .orElse(before.quietWindow()),
                body.flag("notifications_enabled").orElse(before.notificationsEnabled()),
                body.optionalText("talkjs_version", 10)
                        .map(date -> version(body, date))
                        .orElse(before.talkjsVersion()));
    }

    private static TalkJsVersion version(Fields body, String date) {
        return TalkJsVersion.of(date)
                .orElseThrow(() -> body.refuse("talkjs_version", "must be " + TalkJsVersion.dates()));
    }
}
