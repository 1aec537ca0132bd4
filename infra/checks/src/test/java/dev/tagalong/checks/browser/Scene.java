package dev.tagalong.checks.browser;

import dev.tagalong.checks.endtoend.Api;
import dev.tagalong.local.Runner;
import dev.tagalong.local.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A workspace of its own with Bob of team Support, Alice of none, the owner Olga and the customer Linda, and what is done there
 * without a browser.
 */
record Scene(URI http, String workspace, Api olga) {
    static final int BOB = 42;
    static final int ALICE = 17;
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Scene in(Runner runner) {
        var client = HttpClient.newHttpClient();
        var workspace = "scene-" + COUNT.incrementAndGet();
        new Api(client, runner.lambda(), "")
                .post(
                        "/2015-03-31/functions/CreateWorkspace/invocations",
                        "workspace",
                        workspace,
                        "owner",
                        Map.of("id", 2, "first_name", "Olga", "last_name", "Petrov", "email", email("olga")))
                .is(200);
        var nobody = new Api(client, runner.http(), "");
        var scene = new Scene(runner.http(), workspace, nobody.as(token(nobody, workspace, "olga")));
        scene.agent(BOB, "Bob", "Smith");
        scene.agent(ALICE, "Alice", "Jones");
        scene.create("/api/v1/teams", "name", "Support", "members", List.of(BOB));
        scene.create(
                "/api/v1/contacts", "first_name", "Linda", "last_name", "Olsen", "email", "linda@customer.example");
        return scene;
    }

    /** The address of somebody, by their first name in small letters. */
    static String email(String name) {
        return name + "@people.example";
    }

    /** A token of one of them that ends after so many seconds. */
    String token(String name, int life) {
        return olga.as("")
                .post("/_local/token", "email", email(name), "workspace", workspace, "expires_in", life)
                .is(200)
                .string("token");
    }

    private static String token(Api nobody, String workspace, String name) {
        return nobody.post("/_local/token", "email", email(name), "workspace", workspace)
                .is(200)
                .string("token");
    }

    /** The API as one of them. */
    Api as(String name) {
        return olga.as(token(olga, workspace, name));
    }

    void agent(int id, String first, String last) {
        var email = email(first.toLowerCase(Locale.ROOT));
        create("/api/v1/agents", "id", id, "first_name", first, "last_name", last, "email", email, "role", "agent");
    }

    /** A ticket of team Support; gives its uuid. */
    String ticket(String subject) {
        int customer = first("/api/v1/contacts");
        int team = first("/api/v1/teams");
        var uuid = olga.send(
                        "POST",
                        "/api/v1/conversations",
                        Json.write(Json.of("subject", subject, "customer_id", customer)))
                .is(201)
                .string("data", "uuid");
        olga.put(path(uuid, "/assignee/team"), "assignee_id", team).is(200);
        return uuid;
    }

    private int first(String path) {
        return olga.get(path).is(200).rows("data", "results").getFirst().get("id") instanceof Integer id ? id : 0;
    }

    void customerWrites(String ticket, String text) {
        create(path(ticket, "/messages"), "message", text, "sender_type", "contact");
    }

    static String path(String ticket, String rest) {
        return "/api/v1/conversations/" + ticket + rest;
    }

    private void create(String path, Object... fields) {
        olga.post(path, fields).is(201);
    }
}
