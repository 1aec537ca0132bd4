package dev.tagalong.handlers.notification;

import dev.tagalong.domain.notification.Preferences;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** PUT /api/v1/agents/me/notification-settings: changes what is given. */
public final class ChangeNotificationSettings extends Endpoint {
    private final Preferences preferences;

    /** For Lambda. */
    public ChangeNotificationSettings() {
        this(Wiring.shared().edge(), Wiring.shared().preferences());
    }

    ChangeNotificationSettings(Edge edge, Preferences preferences) {
        super(edge);
        this.preferences = preferences;
    }

    @Override
    protected Response answer(Call call) {
        var outcome = preferences.change(call.caller(), settings -> SettingsWire.merge(settings, call.body()));
        return Response.ok(outcome, SettingsWire::of);
    }
}
