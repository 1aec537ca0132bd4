package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import dev.tagalong.local.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Participants as clients of TalkJS call them. */
@ExtendWith(RunningStack.class)
class TalkJsTest {
    private final Desk desk;
    private final String app;

    TalkJsTest(Runner runner) {
        this.desk = Desk.fresh(runner);
        var email = desk.owner().email();
        this.app = email.substring(email.indexOf('@') + 1, email.lastIndexOf('.'));
    }

    /** Somebody with an external id: an agent, or a contact if there is no role. */
    private Agent person(String name, String role) {
        var email = name + "@" + app + ".example";
        var kind = role.isEmpty() ? "/api/v1/contacts" : "/api/v1/agents";
        var fields = Json.of("first_name", name, "last_name", "Tester", "email", email, "external_id", "user_" + name);
        if (!role.isEmpty()) {
            fields.put("role", role);
        }
        var made = desk.owner().api().send("POST", kind, Json.write(fields)).is(201);
        return desk.somebody(made.number("data", "id"), name, email);
    }

    private String path(String conversation, Agent of) {
        return "/v1/" + app + "/conversations/" + conversation + "/participants/user_" + of.name();
    }

    private String path(Ticket ticket, Agent of) {
        return path(ticket.uuid(), of);
    }

    private static void done(Answer answer) {
        assertThat(answer.is(200).text()).isEqualTo("{}");
    }

    private static void refuses(Answer answer, int status, String code) {
        assertThat(answer.is(status).string("errorCode")).isEqualTo(code);
        assertThat(answer.body()).containsOnlyKeys("errorCode", "message");
    }

    private List<@Nullable Object> messages(Agent agent, Ticket ticket) {
        return agent.api().get(ticket.path("/messages")).is(200).column("content", "data", "results");
    }

    private Ticket hidden() {
        return desk.ticketOf(desk.agent("Keeper"));
    }

    @Test
    void joiningAgainOverwritesWhatWasThere() {
        var mia = person("vera", "agent");
        var ticket = hidden();
        done(desk.owner().api().put(path(ticket, mia), "access", "Read"));
        mia.api()
                .post(ticket.path("/messages"), "message", "May I?", "private", true)
                .is(403);
        done(desk.owner().api().put(path(ticket, mia)));
        mia.note(ticket, "Now I may");
        done(desk.owner().api().put(path(ticket, mia), "access", "Read"));
        mia.api()
                .post(ticket.path("/messages"), "message", "And now?", "private", true)
                .is(403);
    }

    @Test
    void whoMayNotIsRefusedInTheShapeOfThisFamily() {
        var mia = person("mia", "agent");
        var tom = person("tom", "agent");
        var ticket = hidden();
        refuses(desk.nobody().put(path(ticket, mia)), 401, "UNAUTHENTICATED");
        refuses(mia.api().put(path(ticket, mia)), 404, "NOT_FOUND");
        refuses(desk.owner().api().put(path("nowhere", mia)), 404, "NOT_FOUND");
        refuses(desk.owner().api().put(path(ticket, mia).replace("/v1/" + app, "/v1/demo")), 404, "NOT_FOUND");
        refuses(desk.owner().api().put(path(ticket, mia) + "?version=1"), 400, "INVALID_INPUT");
        refuses(desk.owner().api().put(path(ticket, mia), "access", "None"), 400, "INVALID_INPUT");
        refuses(desk.owner().api().send("PATCH", path(ticket, mia), "{}"), 404, "NOT_FOUND");
        done(desk.owner().api().put(path(ticket, mia), "access", "Read"));
        refuses(mia.api().put(path(ticket, mia)), 403, "FORBIDDEN");
        refuses(mia.api().put(path(ticket, tom)), 403, "FORBIDDEN");
        refuses(mia.api().send("PATCH", path(ticket, mia), "{\"access\":\"ReadWrite\"}"), 403, "FORBIDDEN");
        mia.api()
                .post(ticket.path("/messages"), "message", "x", "private", true)
                .is(403);
    }

    @Test
    void aConversationIsNamedByItsExternalIdToo() {
        var mia = person("mia", "agent");
        var ticket = desk.ticket("customer_id", desk.contact(), "external_id", "order_391_fc");
        done(desk.owner().api().put(path("order_391_fc", mia)));
        done(desk.owner().api().put(path("order_391_fc", mia)));
        assertThat(desk.owner().api().get(ticket.path("/participants")).rows("data"))
                .hasSize(1);
    }

    @Test
    void aContactReadsAndWritesMessagesButNoNotesWhileTheyAreIn() {
        var zoe = person("zoe", "");
        var ticket = hidden();
        desk.owner().note(ticket, "Between us.");
        zoe.api().get(ticket.path("")).is(404);
        done(desk.owner().api().put(path(ticket, zoe)));
        assertThat(messages(zoe, ticket)).isEmpty();
        zoe.api().post(ticket.path("/messages"), "message", "Hello.").is(201);
        assertThat(messages(zoe, ticket)).containsExactly("Hello.");
        done(desk.owner().api().send("PATCH", path(ticket, zoe), "{\"access\":\"Read\"}"));
        zoe.api().post(ticket.path("/messages"), "message", "Again.").is(403);
        done(zoe.api().delete(path(ticket, zoe)));
        done(zoe.api().delete(path(ticket, zoe)));
        zoe.api().get(ticket.path("/messages")).is(404);
    }

    @Test
    void accessNoneAndTheInitialVersionsLeavingKeepWhatWasSaid() {
        var mia = person("mia", "agent");
        var tom = person("tom", "agent");
        var ticket = hidden();
        for (var who : List.of(mia, tom)) {
            done(desk.owner().api().put(path(ticket, who)));
        }
        desk.owner().customerWrites(ticket, "Before.");
        done(mia.api().send("PATCH", path(ticket, mia), "{\"access\":\"None\"}"));
        done(tom.api().delete(path(ticket, tom) + "?version=2021-01-01"));
        desk.owner().customerWrites(ticket, "After.");
        desk.owner().api().put(ticket.path("/priority"), "priority", "urgent").is(200);
        for (var who : List.of(mia, tom)) {
            for (var path : List.of(ticket.path(""), "/api/v1/conversations/by-ref/" + ticket.reference())) {
                assertThat(who.api().get(path).string("data", "priority")).isEqualTo("medium");
            }
            done(who.api().send("PATCH", path(ticket, who), "{\"notify\":\"MentionsOnly\"}"));
            assertThat(messages(who, ticket)).containsExactly("Before.");
            assertThat(who.api().get("/api/v1/conversations").column("uuid", "data", "results"))
                    .contains(ticket.uuid());
            refuses(who.api().send("PATCH", path(ticket, who), "{\"access\":\"Read\"}"), 403, "FORBIDDEN");
        }
        assertThat(desk.owner().api().get(ticket.path("")).number("data", "participant_count"))
                .isZero();
        done(desk.owner().api().put(path(ticket, mia)));
        assertThat(messages(mia, ticket)).containsExactly("Before.", "After.");
        done(tom.api().delete(path(ticket, tom)));
        tom.api().get(ticket.path("/messages")).is(404);
    }

    @Test
    void theWorkspacesVersionCountsWhereACallNamesNone() {
        var mia = person("mia", "agent");
        var ticket = hidden();
        desk.owner()
                .api()
                .put("/api/v1/settings", "talkjs_version", "2021-01-01")
                .is(200);
        done(desk.owner().api().put(path(ticket, mia)));
        done(mia.api().delete(path(ticket, mia)));
        mia.api().get(ticket.path("/messages")).is(200);
    }

    @Test
    void theAssigneeIsParkedAndRestored() {
        var mia = person("mia", "agent");
        var ticket = desk.ticket();
        desk.assign(ticket, mia);
        done(desk.owner().api().put(path(ticket, mia), "access", "Read"));
        assertThat(desk.owner().api().get(ticket.path("/participants")).rows("data"))
                .isEmpty();
        desk.owner().api().put(ticket.path("/assignee/user/remove")).is(200);
        assertThat(desk.owner().api().get(ticket.path("/participants")).rows("data"))
                .containsExactly(mia.asParticipant());
    }

    @Test
    void anAddressIsTheirOwnOrAnAdminsAndEndsWithTheMembership() {
        var mia = person("mia", "agent");
        var sam = person("sam", "supervisor");
        var ticket = hidden();
        refuses(desk.owner().api().get(path(ticket, mia) + "/email"), 404, "NOT_FOUND");
        done(desk.owner().api().put(path(ticket, mia)));
        var own = mia.api().get(path(ticket, mia) + "/email").is(200);
        assertThat(own.string("emailAddress")).matches("[0-9a-v]{26}\\." + app + "@.+");
        assertThat(desk.owner().api().get(path(ticket, mia)).body())
                .isEqualTo(Map.of("emailAddress", own.string("emailAddress")));
        refuses(sam.api().get(path(ticket, mia) + "/email"), 403, "FORBIDDEN");
        done(mia.api().delete(path(ticket, mia)));
        refuses(desk.owner().api().get(path(ticket, mia)), 404, "NOT_FOUND");
        done(desk.owner().api().put(path(ticket, mia)));
        assertThat(mia.api().get(path(ticket, mia)).is(200).text()).isNotEqualTo(own.text());
    }

    @Test
    void ofFiftyAtOnceExactlyTwentyGetInWhereTwentyMay() throws Exception {
        desk.owner().api().put("/api/v1/settings", "participant_limit", 20).is(200);
        var ticket = desk.ticket();
        var people = IntStream.range(0, 50)
                .mapToObj(at -> person("p" + at, at % 2 == 0 ? "" : "agent"))
                .toList();
        var statuses = Crowd.statuses(people.stream()
                .map(one -> (Supplier<Answer>) () -> desk.owner().api().put(path(ticket, one)))
                .toList());
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(20);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(30);
        assertThat(desk.owner().api().get(ticket.path("")).number("data", "participant_count"))
                .isEqualTo(20);
    }
}
