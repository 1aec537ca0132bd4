package dev.tagalong.local.demo;

import dev.tagalong.local.functions.Functions;
import dev.tagalong.local.identity.Issuer;
import dev.tagalong.local.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the demo workspaces with the operator's function, and fills them through the API as their owner. */
public final class Demo {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int OWNER = 2;

    private final Functions functions;
    private final Issuer issuer;
    private final URI http;
    private final String audience;

    public Demo(Functions functions, Issuer issuer, URI http, String audience) {
        this.functions = functions;
        this.issuer = issuer;
        this.http = http;
        this.audience = audience;
    }

    /** Makes everything; throws IllegalStateException with the answer of the call that failed. */
    public void load() {
        create("demo", "Olga", "Petrov", "olga@example.com");
        create("other", "Noor", "Haddad", "admin@other.example");
        var api = new DemoApi(http, token("demo"));
        var bob = agent(api, 42, "Bob", "Smith", "agent");
        var alice = agent(api, 17, "Alice", "Jones", "agent");
        agent(api, 7, "Sam", "Lee", "supervisor");
        agent(api, 3, "Ada", "Byron", "admin");
        var support = api.create("/api/v1/teams", Json.of("name", "Support", "members", List.of(bob)));
        var billing = api.create("/api/v1/teams", Json.of("name", "Billing", "members", List.of(alice)));
        new DemoTickets(api, DemoApi.id(support), DemoApi.id(billing)).load();
    }

    private static int agent(DemoApi api, int id, String first, String last, String role) {
        api.create(
                "/api/v1/agents",
                Json.of(
                        "id", id,
                        "first_name", first,
                        "last_name", last,
                        "email", first.toLowerCase(Locale.ROOT) + "@example.com",
                        "role", role));
        return id;
    }

    private void create(String workspace, String first, String last, String email) {
        var owner = Json.of("id", OWNER, "first_name", first, "last_name", last, "email", email);
        var made = functions.invoke("CreateWorkspace", Json.write(Json.of("workspace", workspace, "owner", owner)));
        if (made.failed()) {
            throw new IllegalStateException("the workspace " + workspace + " cannot be made: " + made.payload());
        }
    }

    private String token(String workspace) {
        return issuer.sign(audience, Map.of("workspace", workspace, "user_id", Integer.toString(OWNER)), LIFE);
    }
}
