package dev.tagalong.local.ui;

import dev.tagalong.local.http.LocalPage;
import dev.tagalong.local.wire.Json;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * GET /ui/config.json: where the APIs are, and whom one may sign in as here. A deployment has a file in this place that names
 * its identity provider instead.
 *
 * @param agents of the demo, none without it
 */
public record SignInPage(String webSocketUrl, List<Map<String, Object>> agents) implements LocalPage {
    public SignInPage {
        agents = List.copyOf(agents);
    }

    @Override
    public Page answer(Map<String, String> query, SdkBytes body) {
        var signIn = Json.of("kind", "demo", "agents", agents);
        return new Page(200, Json.write(Json.of("apiUrl", "", "webSocketUrl", webSocketUrl, "signIn", signIn)));
    }
}
