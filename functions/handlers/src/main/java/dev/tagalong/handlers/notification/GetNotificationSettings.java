package dev.tagalong.handlers.notification;

import dev.tagalong.domain.notification.Preferences;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/agents/me/notification-settings: what the caller wants to hear of. */
public final class GetNotificationSettings extends Endpoint {
    private final Preferences preferences;

    /** For Lambda. */
    public GetNotificationSettings() {
        this(Wiring.shared().edge(), Wiring.shared().preferences());
    }

    GetNotificationSettings(Edge edge, Preferences preferences) {
        super(edge);
        this.preferences = preferences;
    }

    @Override
    protected Response answer(Call call) {
        return Response.ok(preferences.get(call.caller()), SettingsWire::of);
    }
}
