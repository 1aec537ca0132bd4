package dev.tagalong.local.demo;

import dev.tagalong.local.functions.Functions;
import dev.tagalong.local.identity.Issuer;
import dev.tagalong.local.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        create("demo", DemoAgent.OLGA.fields());
        create(
                "other",
                Json.of("id", OWNER, "first_name", "Noor", "last_name", "Haddad", "email", "admin@other.example"));
        var api = new DemoApi(http, token("demo"));
        Stream.of(DemoAgent.BOB, DemoAgent.ALICE, DemoAgent.SAM, DemoAgent.ADA)
                .forEach(agent -> api.create("/api/v1/agents", agent.fields()));
        var support = team(api, "Support", DemoAgent.BOB);
        var billing = team(api, "Billing", DemoAgent.ALICE);
        new DemoTickets(api, support, billing).load();
    }

    private static int team(DemoApi api, String name, DemoAgent member) {
        return DemoApi.id(api.create("/api/v1/teams", Json.of("name", name, "members", List.of(member.id()))));
    }

    /** The agents of workspace demo, as the API takes them. */
    public static List<Map<String, Object>> agents() {
        return DemoAgent.ALL.stream().map(DemoAgent::fields).toList();
    }

    private void create(String workspace, Map<String, Object> owner) {
        var made = functions.invoke("CreateWorkspace", Json.write(Json.of("workspace", workspace, "owner", owner)));
        if (made.failed()) {
            throw new IllegalStateException("the workspace " + workspace + " cannot be made: " + made.payload());
        }
    }

    private String token(String workspace) {
        return issuer.sign(audience, Map.of("workspace", workspace, "user_id", Integer.toString(OWNER)), LIFE);
    }
}
