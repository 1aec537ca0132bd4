package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;
import static dev.tagalong.checks.events.Stage.ALICE;
import static dev.tagalong.checks.events.Stage.BOB;

import java.util.List;
import java.util.Map;

/** The inbox and the settings that steer it. Bob was mentioned in a note before this begins. */
final class InboxSamples {
    private static final String INBOX = "/api/v1/notifications";
    private static final String SETTINGS = "/api/v1/agents/me/notification-settings";
    /** An id that nothing has. */
    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    static final List<Sample> ALL = List.of(
            http(
                    "ExplainNotification/explained",
                    200,
                    on -> on.as(BOB).get(Stage.TICKET + "/explain?user_id=42&event=" + on.notification(BOB))),
            http("ListNotifications/listed", 200, on -> on.as(BOB).get(INBOX + "?limit=20&unread=true")),
            http("ListNotifications/refused-limit-zero", 400, on -> on.as(BOB).get(INBOX + "?limit=0")),
            http("CountNotifications/counted", 200, on -> on.as(BOB).get(INBOX + "/stats")),
            http(
                    "CountNotifications/refused-without-token",
                    401,
                    on -> on.nobody().get(INBOX + "/stats")),
            http("ReadNotification/read", 200, on -> on.as(BOB).put(INBOX + "/" + on.notification(BOB) + "/read")),
            http("ReadNotification/refused-malformed-id", 400, on -> on.as(BOB).put(INBOX + "/first/read")),
            http("ReadAllNotifications/read", 200, on -> on.as(BOB).put(INBOX + "/read-all")),
            http(
                    "ReadAllNotifications/refused-without-token",
                    401,
                    on -> on.nobody().put(INBOX + "/read-all")),
            http("DeleteNotification/deleted", 200, on -> on.as(BOB).delete(INBOX + "/" + on.notification(BOB))),
            http("DeleteNotification/refused-unknown-id", 404, on -> on.as(BOB).delete(INBOX + "/" + UNKNOWN)),
            http("GetNotificationSettings/shown", 200, on -> on.as(ALICE).get(SETTINGS)),
            http(
                    "GetNotificationSettings/refused-without-token",
                    401,
                    on -> on.nobody().get(SETTINGS)),
            http(
                    "ChangeNotificationSettings/changed",
                    200,
                    on -> on.as(ALICE).put(SETTINGS, "note", Map.of("email", false), "quiet_window_seconds", 60)),
            http(
                    "ChangeNotificationSettings/refused-window-too-long",
                    400,
                    on -> on.as(ALICE).put(SETTINGS, "quiet_window_seconds", 901)));

    private InboxSamples() {}
}
