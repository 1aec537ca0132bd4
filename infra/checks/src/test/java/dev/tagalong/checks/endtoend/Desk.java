package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import dev.tagalong.local.wire.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One workspace of the running stack, and its owner, who makes whatever a test needs. */
final class Desk {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final URI http;
    private final URI webSocket;
    private final URI lambda;
    private final HttpClient client;
    private final String workspace;
    private final Map<String, Api> sessions = new ConcurrentHashMap<>();
    private final Agent owner;

    private Desk(URI http, URI webSocket, URI lambda, String workspace, String owner) {
        this.http = http;
        this.webSocket = webSocket;
        this.lambda = lambda;
        this.workspace = workspace;
        this.client = HttpClient.newHttpClient();
        this.owner = somebody(2, "Olga", owner);
    }

    /** The workspace demo. */
    static Desk demo(URI http, URI webSocket, URI lambda) {
        return new Desk(http, webSocket, lambda, "demo", "olga@example.com");
    }

    /** A workspace of its own, for what would disturb others. */
    static Desk fresh(Runner runner) {
        var name = "desk-" + COUNT.incrementAndGet();
        var email = "olga@" + name + ".example";
        create(runner.lambda(), name, email);
        return new Desk(runner.http(), runner.webSocket(), runner.lambda(), name, email);
    }

    /** Makes a workspace in which nobody is but its owner, as an operator does. */
    static void create(URI lambda, String workspace, String owner) {
        new Api(HttpClient.newHttpClient(), lambda, "")
                .post(
                        "/2015-03-31/functions/CreateWorkspace/invocations",
                        "workspace",
                        workspace,
                        "owner",
                        Map.of("id", 2, "first_name", "Olga", "last_name", "Tester", "email", owner))
                .is(200);
    }

    Agent owner() {
        return owner;
    }

    /** Replays what lies in the archive under names that begin so. */
    Answer replays(String prefix) {
        return new Api(client, lambda, "").post("/2015-03-31/functions/ReplayFailures/invocations", "prefix", prefix);
    }

    /** Whoever calls without a token. */
    Api nobody() {
        return new Api(client, http, "");
    }

    /** Somebody who is there already. */
    Agent somebody(int id, String name, String email) {
        return new Agent(
                id, name, email, () -> sessions.computeIfAbsent(email, address -> nobody().as(token(address))));
    }

    Agent agent(String name) {
        return agent(name, "agent");
    }

    Agent agent(String name, String role) {
        var local = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "x");
        var email = local + COUNT.incrementAndGet() + "@people.example";
        var made = owner.api()
                .post("/api/v1/agents", "first_name", name, "last_name", "Tester", "email", email, "role", role)
                .is(201);
        return somebody(made.number("data", "id"), name, email);
    }

    /** A team of those; gives its id. */
    int team(Agent... members) {
        return owner.api()
                .post(
                        "/api/v1/teams",
                        "name",
                        "Team " + COUNT.incrementAndGet(),
                        "members",
                        Arrays.stream(members).map(Agent::id).toList())
                .is(201)
                .number("data", "id");
    }

    int contact() {
        return owner.api()
                .post(
                        "/api/v1/contacts",
                        "first_name",
                        "Linda",
                        "last_name",
                        "Buyer",
                        "email",
                        "linda" + COUNT.incrementAndGet() + "@customer.example")
                .is(201)
                .number("data", "id");
    }

    /** A ticket that is assigned to nobody. */
    Ticket ticket() {
        return ticket("customer_id", contact());
    }

    /** A ticket with those fields more. */
    Ticket ticket(Object... fields) {
        var body = Json.of(fields);
        body.putIfAbsent("subject", "Question " + COUNT.incrementAndGet());
        return Ticket.of(owner.api()
                .send("POST", "/api/v1/conversations", Json.write(body))
                .is(201));
    }

    /** A ticket that is assigned to a team of those, so that no other agent sees it. */
    Ticket ticketOf(Agent... members) {
        var ticket = ticket();
        owner.api()
                .put(ticket.path("/assignee/team"), "assignee_id", team(members))
                .is(200);
        return ticket;
    }

    void assign(Ticket ticket, Agent agent) {
        owner.api()
                .put(ticket.path("/assignee/user"), "assignee_id", agent.id())
                .is(200);
    }

    /** An open socket of somebody. */
    Socket socket(Agent agent) {
        return Socket.open(client, webSocket, agent.api().token());
    }

    /** An open socket of somebody that does only what it is told to. */
    RawSocket rawSocket(Agent agent) {
        return new RawSocket(webSocket, agent.api().token());
    }

    Socket socketBy(String ticket) {
        return Socket.openBy(client, webSocket, ticket);
    }

    /** What mail there is for somebody about a ticket. */
    List<Map<String, Object>> mail(Agent agent, Ticket ticket) {
        var found = nobody().get("/_local/mail?to=" + URLEncoder.encode(agent.email(), StandardCharsets.UTF_8))
                .is(200);
        return Json.object("{\"mails\":" + found.text() + "}").get("mails") instanceof List<?> mails
                ? mails.stream()
                        .map(Answer::fields)
                        .filter(mail ->
                                String.valueOf(mail.get("subject")).startsWith("[#" + ticket.reference() + "] "))
                        .toList()
                : List.of();
    }

    private String token(String email) {
        var answer = nobody().post("/_local/token", "email", email, "workspace", workspace);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.string("token");
    }
}
