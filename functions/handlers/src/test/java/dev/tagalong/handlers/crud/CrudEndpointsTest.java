package dev.tagalong.handlers.crud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CrudEndpointsTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final UserNames names = new UserNames(desk.store.directory());
    private final ListCrudConversations list = new ListCrudConversations(front.edge, front.lists(), names);
    private final CreateCrudConversation create = new CreateCrudConversation(front.edge, front.conversations(), names);
    private final GetCrudConversation get = new GetCrudConversation(front.edge, front.conversations());
    private final UpdateCrudConversation update = new UpdateCrudConversation(front.edge, front.changes(), names);
    private final DeleteCrudConversation delete = new DeleteCrudConversation(front.edge, front.deletion());

    private Request as(UserId user) {
        return front.as(user).at("/conversations");
    }

    private Answer put(ConversationId ticket, String body) {
        return as(Desk.SAM).on(ticket).body(body).to(update);
    }

    private static String uuid(UserId user) {
        return new UUID(0x4000, 0x8000000000000000L | user.value()).toString();
    }

    private static String problem(Answer answer) {
        assertThat(answer.at("success")).isEqualTo(false);
        assertThat(answer.names("error")).containsExactly("code", "message");
        return answer.status() + " " + answer.at("error.code") + " " + answer.at("error.message");
    }

    @Test
    void creatingAnswers201InTheEnvelope() {
        var answer =
                as(Desk.BOB).body("{\"subject\":\"Login\",\"customerId\":90}").to(create);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("success")).isEqualTo(true);
        assertThat(answer.names("data"))
                .contains("_id", "subject", "status", "priority", "customerId", "assignedTo", "channel", "source");
        assertThat(answer.at("data.status")).isEqualTo("open");
        assertThat(answer.at("data.priority")).isEqualTo("medium");
        assertThat(answer.at("data.channel")).isEqualTo("email");
        assertThat(answer.at("data.source")).isEqualTo("api");
        assertThat(answer.at("data.assignedTo")).isNull();
        assertThat(answer.at("data.customerId._id")).isEqualTo(uuid(Desk.LINDA));
        assertThat(answer.at("data.customerId.id")).isEqualTo(90);
        assertThat(answer.at("data.customerId.name")).isEqualTo("Linda Olsen");
    }

    @Test
    void aCustomerIsNamedByUuidToo() {
        var body = "{\"subject\":\"a\",\"customerId\":\"" + uuid(Desk.LINDA) + "\",\"channel\":\"whatsapp\","
                + "\"priority\":\"urgent\"}";
        var answer = as(Desk.BOB).body(body).to(create);

        assertThat(answer.at("data.customerId.id")).isEqualTo(90);
        assertThat(answer.at("data.channel")).isEqualTo("whatsapp");
        assertThat(answer.at("data.priority")).isEqualTo("urgent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"customerId\":90} | 400 INVALID_INPUT subject: is required",
                "{\"subject\":\"a\"} | 400 INVALID_INPUT customerId: is required",
                "{\"subject\":\"a\",\"customerId\":null} | 400 INVALID_INPUT customerId: is required",
                "{\"subject\":\"a\",\"customerId\":\"90\"} | 400 INVALID_INPUT customerId: must be a uuid",
                "{\"subject\":\"a\",\"customerId\":{}} | 400 INVALID_INPUT customerId: must be a positive whole number",
                "{\"subject\":\"a\",\"customerId\":90,\"channel\":\"fax\"} | 400 INVALID_INPUT channel: must be one of email, chat, phone, whatsapp",
                "{\"subject\":\"a\",\"customerId\":90,\"priority\":1} | 400 INVALID_INPUT priority: must be a string",
                "{\"subject\":\"a\",\"customerId\":90,\"inboxId\":\"x\"} | 400 INVALID_INPUT inboxId: must be a positive whole number",
                "{\"subject\":\"a\",\"customerId\":42} | 404 NOT_FOUND customer not found",
                "{\"subject\":\"a\",\"customerId\":\"00000000-0000-4000-8000-000000000000\"} | 404 NOT_FOUND customer not found",
                "{\"subject\":\"a\",\"customerId\":90,\"inboxId\":5} | 404 NOT_FOUND inbox not found",
                "[] | 400 INVALID_INPUT body: must be a JSON object"
            })
    void whatCannotBeCreatedIsRefused(String body, String problem) {
        assertThat(problem(as(Desk.BOB).body(body).to(create))).isEqualTo(problem);
    }

    @Test
    void aListHas50RowsUnlessAskedOtherwiseAndSaysHowManyThereAre() {
        for (int ticket = 0; ticket < 3; ticket++) {
            desk.supportTicket();
        }
        assertThat(as(Desk.BOB).to(list).at("pagination.limit")).isEqualTo(50);

        var answer = as(Desk.BOB).query("page=2&limit=2").to(list);

        assertThat(answer.at("success")).isEqualTo(true);
        assertThat(answer.list("data")).hasSize(1);
        assertThat(answer.names("pagination")).containsExactly("total", "page", "limit", "totalPages");
        assertThat(List.of("total", "page", "limit", "totalPages").stream()
                        .map(name -> answer.at("pagination." + name)))
                .containsExactly(3, 2, 2, 2);
    }

    @Test
    void aListIsFilteredByAssigneeAndCustomerByNumberOrUuid() {
        var alices = desk.ticket(new Assignment(Desk.ALICE, null));
        desk.supportTicket();

        for (var query : List.of("assignedTo=17", "assignedTo=" + uuid(Desk.ALICE))) {
            var answer = as(Desk.SAM).query(query).to(list);
            assertThat(answer.at("pagination.total")).isEqualTo(1);
            assertThat(answer.at("data.0._id")).isEqualTo(alices.toString());
            assertThat(answer.at("data.0.assignedTo.firstName")).isEqualTo("Alice");
            assertThat(answer.at("data.0.customerId.firstName")).isEqualTo("Linda");
        }
        assertThat(as(Desk.SAM).query("customerId=" + uuid(Desk.LINDA)).to(list).at("pagination.total"))
                .isEqualTo(2);
        for (var nobody : List.of("assignedTo", "customerId")) {
            assertThat(as(Desk.SAM)
                            .query(nobody + "=00000000-0000-4000-8000-000000000000")
                            .to(list)
                            .at("pagination.total"))
                    .isEqualTo(0);
        }
    }

    @Test
    void followingCombinesWithOtherFilters() {
        var ticket = desk.supportTicket();
        desk.supportTicket();
        desk.follows(ticket, Desk.BOB);

        assertThat(as(Desk.BOB)
                        .query("following=true&status=open,pending")
                        .to(list)
                        .at("pagination.total"))
                .isEqualTo(1);
        assertThat(as(Desk.BOB).query("following=true&priority=low").to(list).at("pagination.total"))
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=101 | limit: must be at most 100",
                "limit=0 | limit: must be a positive whole number",
                "page=0 | page: must be a positive whole number",
                "status=gone | status: must be one of open, pending, closed",
                "priority=1 | priority: must be one of low, medium, high, urgent",
                "assignedTo=bob | assignedTo: must be a positive whole number",
                "customerId=a-b | customerId: must be a uuid",
                "inboxId=x | inboxId: must be a positive whole number"
            })
    void badQueriesNameTheParameter(String query, String message) {
        assertThat(problem(as(Desk.BOB).query(query).to(list))).isEqualTo("400 INVALID_INPUT " + message);
    }

    @Test
    void oneConversationIsReadByWhoMaySeeIt() {
        var ticket = desk.supportTicket();

        assertThat(as(Desk.BOB).on(ticket).to(get).at("data._id")).isEqualTo(ticket.toString());
        assertThat(problem(as(Desk.ALICE).on(ticket).to(get))).isEqualTo("404 NOT_FOUND conversation not found");
        assertThat(as(Desk.BOB).path("uuid", "x").to(get).status()).isEqualTo(400);
        assertThat(problem(new Request().at("/conversations").on(ticket).to(get)))
                .isEqualTo("401 UNAUTHENTICATED a token or an API key is needed");
    }

    @Test
    void puttingChangesWhatIsGivenAndNothingElse() {
        var ticket = desk.supportTicket();

        var answer = put(
                ticket, "{\"subject\":\"Locked\",\"status\":\"pending\",\"assignedTo\":\"" + uuid(Desk.ALICE) + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("data.subject")).isEqualTo("Locked");
        assertThat(answer.at("data.status")).isEqualTo("pending");
        assertThat(answer.at("data.priority")).isEqualTo("medium");
        assertThat(answer.at("data.assignedTo.id")).isEqualTo(17);
        assertThat(put(ticket, "{\"priority\":\"high\"}").at("data.assignedTo.id"))
                .isEqualTo(17);
        assertThat(put(ticket, "{\"assignedTo\":null}").at("data.assignedTo")).isNull();
        assertThat(put(ticket, "{}").at("data.priority")).isEqualTo("high");
        assertThat(desk.logged())
                .containsExactly(
                        ActivityType.SUBJECT_CHANGED,
                        ActivityType.STATUS_CHANGED,
                        ActivityType.ASSIGNED,
                        ActivityType.PRIORITY_CHANGED,
                        ActivityType.UNASSIGNED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"pending\",\"priority\":\"top\"} | 400 INVALID_INPUT priority: must be one of low, medium, high, urgent",
                "{\"status\":\"pending\",\"subject\":null} | 400 INVALID_INPUT subject: must not be null",
                "{\"status\":\"pending\",\"subject\":\"\"} | 400 INVALID_INPUT subject: must not be empty",
                "{\"status\":\"pending\",\"assignedTo\":true} | 400 INVALID_INPUT assignedTo: must be a positive whole number",
                "{\"status\":\"pending\",\"assignedTo\":999} | 404 NOT_FOUND user not found",
                "{\"status\":\"pending\",\"assignedTo\":90} | 404 NOT_FOUND user not found",
                "{\"status\":\"pending\",\"assignedTo\":\"00000000-0000-4000-8000-000000000000\"} | 404 NOT_FOUND user not found"
            })
    void aBadPartOfAChangeLeavesEverythingAsItIs(String body, String problem) {
        var ticket = desk.supportTicket();

        assertThat(problem(put(ticket, body))).isEqualTo(problem);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whoOnlyFollowsChangesAndDeletesNothing() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, Desk.ALICE);

        var change = as(Desk.ALICE).on(ticket).body("{\"status\":\"closed\"}").to(update);
        assertThat(problem(change)).isEqualTo("403 FORBIDDEN you may not do this");
        assertThat(as(Desk.ALICE).on(ticket).to(delete).status()).isEqualTo(403);
        assertThat(as(Desk.BOB).on(ticket).to(delete).status())
                .as("deleting needs a supervisor")
                .isEqualTo(403);
    }

    @Test
    void eachCallNeedsItsScopeInEitherSpelling() {
        var ticket = desk.supportTicket();
        for (var write : List.of("write:conversations", "conversations:write")) {
            var writer = front.as(Desk.SAM, write).at("/conversations").on(ticket);
            assertThat(writer.to(get).status()).isEqualTo(403);
            assertThat(writer.to(list).status()).isEqualTo(403);
            assertThat(writer.body("{\"status\":\"closed\"}").to(update).status())
                    .isEqualTo(200);
        }
        for (var read : List.of("read:conversations", "conversations:read")) {
            var reader = front.as(Desk.SAM, read).at("/conversations").on(ticket);
            assertThat(reader.to(get).status()).isEqualTo(200);
            assertThat(reader.to(list).status()).isEqualTo(200);
            assertThat(reader.to(delete).status()).isEqualTo(403);
            assertThat(reader.body("{\"subject\":\"a\",\"customerId\":90}")
                            .to(create)
                            .status())
                    .isEqualTo(403);
            assertThat(reader.body("{\"status\":\"open\"}").to(update).status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsDeletedIsGone() {
        var ticket = desk.supportTicket();

        var answer = as(Desk.SAM).on(ticket).to(delete);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("success")).isEqualTo(true);
        assertThat(answer.at("data._id")).isEqualTo(ticket.toString());
        assertThat(problem(as(Desk.SAM).on(ticket).to(delete))).isEqualTo("404 NOT_FOUND conversation not found");
        assertThat(as(Desk.SAM).on(ticket).to(get).status()).isEqualTo(404);
        assertThat(as(Desk.SAM).to(list).at("pagination.total")).isEqualTo(0);
    }
}
