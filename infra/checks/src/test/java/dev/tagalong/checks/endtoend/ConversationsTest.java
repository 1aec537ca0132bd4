package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, reading, changing and listing conversations. */
@ExtendWith(RunningStack.class)
class ConversationsTest {
    private final Desk desk;
    private final Api olga;

    ConversationsTest(Desk desk) {
        this.desk = desk;
        this.olga = desk.owner().api();
    }

    private Answer list(String query) {
        return olga.get("/api/v1/conversations?" + query).is(200);
    }

    @Test
    void aNewConversationIsOpenAndIsReadByItsUuidAndItsNumber() {
        int linda = desk.contact();
        var made = olga.post(
                        "/api/v1/conversations",
                        "subject",
                        "Printer on fire",
                        "customer_id",
                        linda,
                        "tags",
                        List.of("b", "a"))
                .is(201);
        assertThat(Answer.fields(made.at("data")))
                .containsEntry("subject", "Printer on fire")
                .containsEntry("status", "open")
                .containsEntry("priority", "medium")
                .containsEntry("channel", "email")
                .containsEntry("source", "api")
                .containsEntry("tags", List.of("a", "b"))
                .containsEntry("assigned_user_id", null)
                .containsEntry("assigned_team_id", null)
                .containsEntry("department", null)
                .containsEntry("external_id", null)
                .containsKeys("uuid", "reference_number", "inbox_id", "participant_count", "created_at", "updated_at");
        assertThat(Answer.fields(made.at("data", "customer")))
                .containsEntry("id", linda)
                .containsEntry("first_name", "Linda")
                .containsKeys("uuid", "email", "external_id", "last_name");
        var ticket = Ticket.of(made);
        var read = olga.get(ticket.path("")).is(200);
        var shown = new HashMap<>(Answer.fields(read.at("data")));
        assertThat(Answer.fields(shown.remove("mine")))
                .containsEntry("follows", false)
                .containsEntry("muted_until", null)
                .extractingByKey("may", LIST)
                .contains("edit", "delete", "reply", "post_note");
        assertThat(shown).isEqualTo(made.at("data"));
        assertThat(olga.get("/api/v1/conversations/by-ref/" + ticket.reference())
                        .is(200)
                        .body())
                .isEqualTo(read.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"subject\":\"x\"}",
                "{\"customer_id\":4}",
                "{\"subject\":\"\",\"customer_id\":4}",
                "{\"subject\":7,\"customer_id\":4}",
                "{\"subject\":\"x\",\"customer_id\":\"4\"}",
                "{\"subject\":\"x\",\"customer_id\":4,\"priority\":\"High\"}",
                "{\"subject\":\"x\",\"customer_id\":4,\"channel\":\"fax\"}",
                "{\"subject\":\"x\",\"customer_id\":4,\"tags\":\"a\"}",
                "{\"subject\":\"x\",\"customer_id\":4,\"uuid\":\"a\"}"
            })
    void aConversationWithBadFieldsIsRefused(String body) {
        assertThat(olga.send("POST", "/api/v1/conversations", body).is(400).string("error_type"))
                .isEqualTo("InputException");
    }

    @Test
    void anUnknownNumberIsNotFoundAndANumberThatIsNoneIsBadInput() {
        olga.get("/api/v1/conversations/by-ref/2000000000").refuses(404, "NotFound", "conversation not found");
        olga.get("/api/v1/conversations/by-ref/abc").is(400);
    }

    @Test
    void filtersCombineAndTheTotalIsExact() {
        int linda = desk.contact();
        var high = desk.ticket("customer_id", linda, "priority", "high", "tags", List.of("red"));
        var urgent = desk.ticket("customer_id", linda, "priority", "urgent", "channel", "chat");
        var low = desk.ticket("customer_id", linda, "priority", "low", "tags", List.of("blue"));
        olga.put(low.path("/status"), "status", "closed").is(200);
        var mine = "customer=" + linda;
        assertTickets(list(mine), low, urgent, high);
        assertTickets(list(mine + "&priority=high,urgent"), urgent, high);
        assertTickets(list(mine + "&priority=high&priority=low"), low, high);
        assertTickets(list(mine + "&status=closed"), low);
        assertTickets(list(mine + "&status=open&channel=chat"), urgent);
        assertTickets(list(mine + "&tags=red,blue"), low, high);
        assertTickets(list(mine + "&tags=red&status=closed"));
    }

    @Test
    void pagesAreCutAndCounted() {
        int linda = desk.contact();
        var first = desk.ticket("customer_id", linda);
        desk.ticket("customer_id", linda);
        desk.ticket("customer_id", linda);
        var page = list("customer=" + linda + "&page=2&page_size=2");
        assertThat(page.column("uuid", "data", "results")).containsExactly(first.uuid());
        assertThat(page.number("data", "total")).isEqualTo(3);
        assertThat(page.number("data", "total_pages")).isEqualTo(2);
        assertThat(page.number("data", "page")).isEqualTo(2);
        assertThat(page.number("data", "page_size")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=x",
                "page_size=101",
                "page_size=0",
                "status=done",
                "priority=HIGH",
                "assignee=x",
                "following=yes"
            })
    void badQueriesAreRefused(String query) {
        assertThat(olga.get("/api/v1/conversations?" + query).is(400).string("message"))
                .startsWith(query.substring(0, query.indexOf('=')) + ": ");
    }

    @Test
    void followingListsOnlyWhatOneFollowsAndCombinesWithEveryFilter() {
        var mia = desk.agent("Mia");
        var followed = desk.ticketOf(desk.agent("Tom"));
        var closed = desk.ticketOf(desk.agent("Tom"));
        desk.ticket();
        desk.owner().add(followed, mia).is(200);
        desk.owner().add(closed, mia).is(200);
        olga.put(closed.path("/status"), "status", "closed").is(200);
        assertTickets(mia.api().get("/api/v1/conversations/following").is(200), closed, followed);
        assertTickets(
                mia.api()
                        .get("/api/v1/conversations?following=true&status=open")
                        .is(200),
                followed);
        mia.unfollow(followed).is(200);
        assertTickets(mia.api().get("/api/v1/conversations/following").is(200), closed);
    }

    @Test
    void statusPriorityAndTagsAreChangedAndLogged() {
        var ticket = desk.ticket();
        assertThat(olga.put(ticket.path("/status"), "status", "pending").is(200).string("data", "status"))
                .isEqualTo("pending");
        assertThat(olga.put(ticket.path("/priority"), "priority", "urgent")
                        .is(200)
                        .string("data", "priority"))
                .isEqualTo("urgent");
        assertThat(olga.put(ticket.path("/tags"), "tags", List.of("x", "y"))
                        .is(200)
                        .at("data", "tags"))
                .isEqualTo(List.of("x", "y"));
        assertThat(olga.get(ticket.path("/activities")).is(200).column("type", "data", "results"))
                .startsWith("tags_changed", "priority_changed", "status_changed");
        assertThat(olga.put(ticket.path("/status"), "status", "done").is(400).string("message"))
                .startsWith("status: ");
    }

    @Test
    void assigningParksTheAssigneesFollowAndUnassigningRestoresIt() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        assertThat(olga.put(ticket.path("/assignee/user"), "assignee_id", mia.id())
                        .is(200)
                        .number("data", "assigned_user_id"))
                .isEqualTo(mia.id());
        assertThat(olga.get(ticket.path("/participants")).rows("data")).isEmpty();
        assertThat(olga.put(ticket.path("/assignee/user/remove")).is(200).at("data", "assigned_user_id"))
                .isNull();
        assertThat(olga.get(ticket.path("/participants")).rows("data")).containsExactly(mia.asParticipant());
        assertThat(mia.inbox(ticket, 1).getFirst())
                .containsEntry("type", "assigned")
                .containsEntry("title", "Olga assigned you to " + ticket.words());
    }

    @Test
    void assigningATeamParksNothing() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        int team = desk.team(mia);
        assertThat(olga.put(ticket.path("/assignee/team"), "assignee_id", team)
                        .is(200)
                        .number("data", "assigned_team_id"))
                .isEqualTo(team);
        assertThat(olga.get(ticket.path("/participants")).rows("data")).hasSize(1);
        assertThat(olga.put(ticket.path("/assignee/team/remove")).is(200).at("data", "assigned_team_id"))
                .isNull();
    }

    private static void assertTickets(Answer answer, Ticket... tickets) {
        assertThat(answer.column("uuid", "data", "results"))
                .isEqualTo(Arrays.stream(tickets).map(Ticket::uuid).toList());
        assertThat(answer.number("data", "total")).isEqualTo(tickets.length);
    }

    @Test
    void everyChangeAnswersTheWholeConversationWithItsDepartment() {
        var department =
                olga.post("/api/v1/departments", "name", "Sales").is(201).string("data", "uuid");
        var ticket = desk.ticket("customer_id", desk.contact(), "department_uuid", department);
        var mia = desk.agent("Mia");
        var changes = List.of(
                olga.put(ticket.path("/status"), "status", "pending"),
                olga.put(ticket.path("/priority"), "priority", "high"),
                olga.put(ticket.path("/tags"), "tags", List.of("x")),
                olga.put(ticket.path("/assignee/user"), "assignee_id", mia.id()),
                olga.put(ticket.path("/assignee/user/remove")),
                olga.put(ticket.path("/assignee/team"), "assignee_id", desk.team(mia)),
                olga.put(ticket.path("/assignee/team/remove")),
                olga.get(ticket.path("")));
        assertThat(changes)
                .allSatisfy(answer -> assertThat(answer.is(200).at("data", "department"))
                        .isEqualTo(Map.of("uuid", department, "name", "Sales")));
        assertThat(Answer.fields(changes.getLast().at("data")))
                .containsEntry("status", "pending")
                .containsEntry("priority", "high")
                .containsEntry("tags", List.of("x"))
                .containsEntry("assigned_user_id", null)
                .containsEntry("assigned_team_id", null);
    }
}
