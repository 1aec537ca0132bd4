package dev.tagalong.handlers.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversationEndpointsTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final CreateConversation create = new CreateConversation(front.edge, front.conversations());
    private final GetConversation get = new GetConversation(front.edge, front.conversations());
    private final GetConversationByReference byReference =
            new GetConversationByReference(front.edge, front.conversations());
    private final ListConversations list = new ListConversations(front.edge, front.lists());
    private final ListFollowedConversations followed = new ListFollowedConversations(front.edge, front.lists());

    private Request bob() {
        return front.as(Desk.BOB);
    }

    private Answer bobCreates(String body) {
        return bob().body(body).to(create);
    }

    @Test
    void creatingAnswers201AndTheWholeConversation() {
        var answer = bobCreates("{\"subject\":\"Login problem\",\"customer_id\":90}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.names("data"))
                .containsExactly(
                        "uuid",
                        "reference_number",
                        "external_id",
                        "subject",
                        "status",
                        "priority",
                        "channel",
                        "source",
                        "inbox_id",
                        "customer",
                        "department",
                        "assigned_user_id",
                        "assigned_team_id",
                        "tags",
                        "participant_count",
                        "created_at",
                        "updated_at");
        assertThat(answer.at("data.status")).isEqualTo("open");
        assertThat(answer.at("data.priority")).isEqualTo("medium");
        assertThat(answer.at("data.channel")).isEqualTo("email");
        assertThat(answer.at("data.source")).isEqualTo("api");
        assertThat(answer.at("data.created_at")).isEqualTo("2026-03-02T09:00:00.000Z");
        assertThat(answer.names("data.customer"))
                .containsExactly("id", "uuid", "external_id", "first_name", "last_name", "email");
    }

    @Test
    void whatIsGivenIsTaken() {
        var answer =
                bobCreates("{\"subject\":\"Login\",\"customer_id\":90,\"priority\":\"urgent\",\"channel\":\"chat\","
                        + "\"tags\":[\"b\",\"a\",\"b\"],\"uuid\":\"afa55a3b-60fa-4930-8382-4ad39cf6929f\","
                        + "\"reference_number\":217,\"external_id\":\"order-1\"}");

        assertThat(answer.at("data.uuid")).isEqualTo("afa55a3b-60fa-4930-8382-4ad39cf6929f");
        assertThat(answer.at("data.reference_number")).isEqualTo(217);
        assertThat(answer.at("data.external_id")).isEqualTo("order-1");
        assertThat(answer.at("data.priority")).isEqualTo("urgent");
        assertThat(answer.at("data.channel")).isEqualTo("chat");
        assertThat(answer.list("data.tags")).isEqualTo(List.of("a", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"customer_id\":90} | subject: is required",
                "{\"subject\":\"a\"} | customer_id: is required",
                "{\"subject\":7,\"customer_id\":90} | subject: must be a string",
                "{\"subject\":\"a\",\"customer_id\":90,\"priority\":\"top\"} | priority: must be one of low, medium, high, urgent",
                "{\"subject\":\"a\",\"customer_id\":90,\"channel\":\"fax\"} | channel: must be one of email, chat, phone, whatsapp",
                "{\"subject\":\"a\",\"customer_id\":90,\"uuid\":\"x\"} | uuid: must be a uuid",
                "{\"subject\":\"a\",\"customer_id\":90,\"department_uuid\":\"x\"} | department_uuid: must be a uuid",
                "{\"subject\":\"a\",\"customer_id\":90,\"inbox_id\":0} | inbox_id: must be a positive whole number",
                "{\"subject\":\"a\",\"customer_id\":90,\"tags\":\"b\"} | tags: must be a list",
                "{\"subject\":\"a\",\"customer_id\":90,\"external_id\":\"a/b\"} | external_id: must not hold / ? # % or control characters",
                "{\"subject\":\"a\",\"customer_id\":90,\"external_id\":\"11111111-1111-4111-8111-11111111111a\"} | external_id: must not have the form of a uuid",
                "{\"subject\":\"a\",\"customer_id\":90,\"external_id\":\"11111111-1111-4111-8111-11111111111A\"} | external_id: must not have the form of a uuid"
            })
    void badInputNamesTheField(String body, String message) {
        assertThat(bobCreates(body).refusal()).isEqualTo("400 InputError " + message);
    }

    @Test
    void aSubjectThatIsTooLongIs400() {
        assertThat(bobCreates("{\"customer_id\":90,\"subject\":\"" + "a".repeat(501) + "\"}")
                        .refusal())
                .isEqualTo("400 InputError subject: must have at most 500 characters");
    }

    @Test
    void aReferenceThatIsTakenIs409() {
        bobCreates("{\"subject\":\"a\",\"customer_id\":90,\"reference_number\":217}");

        assertThat(bobCreates("{\"subject\":\"a\",\"customer_id\":90,\"reference_number\":217}")
                        .refusal())
                .isEqualTo("409 ConflictError reference_number is taken");
    }

    @Test
    void aCustomerWhoIsNotThereIs404() {
        assertThat(bobCreates("{\"subject\":\"a\",\"customer_id\":42}").status())
                .isEqualTo(404);
        assertThat(bobCreates("{\"subject\":\"a\",\"customer_id\":90,\"inbox_id\":5}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void oneConversationIsFoundByUuidAndByReference() {
        var ticket = desk.supportTicket();

        assertThat(bob().on(ticket).to(get).at("data.reference_number")).isEqualTo(217);
        assertThat(bob().path("n", "217").to(byReference).at("data.uuid")).isEqualTo(ticket.toString());
    }

    @Test
    void whoOpensOneIsToldHowTheyStandToIt() {
        var answer = bob().on(desk.supportTicket()).to(get);

        assertThat(answer.names("data.mine")).containsExactly("follows", "muted_until", "may");
        assertThat(answer.at("data.mine.follows")).isEqualTo(false);
        assertThat(answer.list("data.mine.may"))
                .isEqualTo(List.of(
                        "add_follower",
                        "add_follower_who_sees",
                        "change_follower",
                        "edit",
                        "follow",
                        "mute",
                        "post_as_customer",
                        "post_note",
                        "read",
                        "read_log",
                        "remove_follower",
                        "reply",
                        "take",
                        "unfollow"));
    }

    @Test
    void whatIsNotVisibleIs404() {
        var ticket = desk.supportTicket();

        assertThat(front.as(Desk.ALICE).on(ticket).to(get).refusal())
                .isEqualTo("404 NotFoundError conversation not found");
        assertThat(front.as(Desk.ALICE).path("n", "217").to(byReference).status())
                .isEqualTo(404);
        assertThat(bob().path("n", "218").to(byReference).status()).isEqualTo(404);
        assertThat(bob().path("n", "#217").to(byReference).refusal())
                .isEqualTo("400 InputError n: must be a positive whole number");
    }

    @Test
    void aListIsAPageWithAnExactTotal() {
        for (int ticket = 0; ticket < 5; ticket++) {
            desk.supportTicket();
        }
        desk.ticket(new Assignment(Desk.ALICE, null));

        var answer = bob().query("page=2&page_size=2").to(list);

        assertThat(answer.names("data")).containsExactly("results", "total", "total_pages", "page", "page_size");
        assertThat(answer.list("data.results")).hasSize(2);
        assertThat(List.of("total", "total_pages", "page", "page_size").stream().map(name -> answer.at("data." + name)))
                .containsExactly(5, 3, 2, 2);
    }

    @Test
    void aPageHas30RowsUnlessAskedOtherwise() {
        assertThat(bob().to(list).at("data.page_size")).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=0 | page: must be a positive whole number",
                "page_size=101 | page_size: must be at most 100",
                "page_size=0 | page_size: must be a positive whole number",
                "status=gone | status: must be one of open, pending, closed",
                "status=open,OPEN | status: must be one of open, pending, closed",
                "priority=1 | priority: must be one of low, medium, high, urgent",
                "channel=fax | channel: must be one of email, chat, phone, whatsapp",
                "assignee=bob | assignee: must be a positive whole number",
                "customer=0 | customer: must be a positive whole number",
                "inbox=x | inbox: must be a positive whole number",
                "following=yes | following: must be true or false"
            })
    void badFiltersNameTheField(String query, String message) {
        assertThat(bob().query(query).to(list).refusal()).isEqualTo("400 InputError " + message);
    }

    @Test
    void filtersCombine() {
        var urgent = bobCreates("{\"subject\":\"a\",\"customer_id\":90,\"priority\":\"urgent\",\"tags\":[\"vip\"]}");
        bobCreates("{\"subject\":\"b\",\"customer_id\":90,\"priority\":\"high\"}");
        bobCreates("{\"subject\":\"c\",\"customer_id\":90,\"priority\":\"low\"}");

        assertThat(bob().query("priority=urgent,high&status=open").to(list).at("data.total"))
                .isEqualTo(2);
        assertThat(bob().query("priority=urgent,high&tags=vip").to(list).at("data.results.0.uuid"))
                .isEqualTo(urgent.at("data.uuid"));
        assertThat(bob().query("assignee=42").to(list).at("data.total")).isEqualTo(0);
    }

    @Test
    void followingListsOnlyWhatIFollow() {
        var ticket = desk.supportTicket();
        desk.supportTicket();
        desk.follows(ticket, Desk.BOB);

        assertThat(bob().to(followed).at("data.total")).isEqualTo(1);
        assertThat(bob().query("following=true").to(list).at("data.results.0.uuid"))
                .isEqualTo(ticket.toString());
        assertThat(bob().query("following=false&status=open").to(followed).at("data.total"))
                .isEqualTo(1);
        assertThat(bob().query("status=closed").to(followed).at("data.total")).isEqualTo(0);
    }

    @Test
    void changingAnswersTheConversation() {
        var ticket = desk.supportTicket();
        var status = new ChangeStatus(front.edge, front.changes());
        var priority = new ChangePriority(front.edge, front.changes());
        var tags = new ChangeTags(front.edge, front.changes());

        assertThat(bob().on(ticket).body("{\"status\":\"pending\"}").to(status).at("data.status"))
                .isEqualTo("pending");
        assertThat(bob().on(ticket).body("{\"priority\":\"high\"}").to(priority).at("data.priority"))
                .isEqualTo("high");
        assertThat(bob().on(ticket).body("{\"tags\":[\"vip\"]}").to(tags).list("data.tags"))
                .isEqualTo(List.of("vip"));
        assertThat(bob().on(ticket).body("{\"tags\":[]}").to(tags).list("data.tags"))
                .isEmpty();
    }

    @Test
    void aChangeWithoutItsFieldIs400() {
        var ticket = desk.supportTicket();
        var edge = front.edge;
        var endpoints = Map.of(
                "status", new ChangeStatus(edge, front.changes()),
                "priority", new ChangePriority(edge, front.changes()),
                "tags", new ChangeTags(edge, front.changes()));

        endpoints.forEach((field, endpoint) -> {
            for (var body : List.of("", "{}", "{\"" + field + "\":null}")) {
                assertThat(bob().on(ticket).body(body).to(endpoint).refusal())
                        .isEqualTo("400 InputError " + field + ": is required");
            }
            assertThat(bob().on(ticket)
                            .body("{\"" + field + "\":7}")
                            .to(endpoint)
                            .status())
                    .isEqualTo(400);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", ",", " vip", "vip ", "vip\\n", "\u2003vip"})
    void aTagThatNoFilterCanNameIs400(String tag) {
        var tags = new ChangeTags(front.edge, front.changes());
        assertThat(bob().on(desk.supportTicket())
                        .body("{\"tags\":[\"login\",\"" + tag + "\"]}")
                        .to(tags)
                        .refusal())
                .isEqualTo("400 InputError tags: must hold no commas, and no spaces around a tag");
    }

    @Test
    void aFollowerWithoutEditChangesNothing() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, Desk.ALICE);
        var status = new ChangeStatus(front.edge, front.changes());

        assertThat(front.as(Desk.ALICE)
                        .on(ticket)
                        .body("{\"status\":\"closed\"}")
                        .to(status)
                        .refusal())
                .startsWith("403 PermissionError ");
    }

    @Test
    void assigningAndUnassigningAnswersTheConversation() {
        var ticket = desk.supportTicket();
        var user = new AssignUser(front.edge, front.changes());
        var noUser = new UnassignUser(front.edge, front.changes());
        var team = new AssignTeam(front.edge, front.changes());
        var noTeam = new UnassignTeam(front.edge, front.changes());

        assertThat(bob().on(ticket).body("{\"assignee_id\":17}").to(user).at("data.assigned_user_id"))
                .isEqualTo(17);
        assertThat(bob().on(ticket).to(noUser).at("data.assigned_user_id")).isNull();
        assertThat(front.as(Desk.SAM)
                        .on(ticket)
                        .body("{\"assignee_id\":2}")
                        .to(team)
                        .at("data.assigned_team_id"))
                .isEqualTo(2);
        assertThat(front.as(Desk.SAM).on(ticket).to(noTeam).at("data.assigned_team_id"))
                .isNull();
    }

    @Test
    void assigningToNobodyWhoIsThereIs404() {
        var ticket = desk.supportTicket();
        var user = new AssignUser(front.edge, front.changes());
        var team = new AssignTeam(front.edge, front.changes());

        assertThat(bob().on(ticket).body("{\"assignee_id\":999}").to(user).refusal())
                .isEqualTo("404 NotFoundError user not found");
        assertThat(bob().on(ticket).body("{\"assignee_id\":999}").to(team).refusal())
                .isEqualTo("404 NotFoundError team not found");
        assertThat(bob().on(ticket).body("{\"assignee_id\":\"17\"}").to(user).status())
                .isEqualTo(400);
        assertThat(bob().on(ticket).body("{}").to(team).refusal()).isEqualTo("400 InputError assignee_id: is required");
    }

    @Test
    void puttingAConversationMergesAllOrNothing() {
        var ticket = desk.supportTicket();
        var update = new UpdateConversation(front.edge, front.changes());

        var answer = bob().on(ticket)
                .body("{\"subject\":\"Locked\",\"tags\":[\"vip\"],\"assigned_user_id\":42,\"assigned_team_id\":null}")
                .to(update);

        assertThat(answer.at("data.subject")).isEqualTo("Locked");
        assertThat(answer.list("data.tags")).isEqualTo(List.of("vip"));
        assertThat(answer.at("data.assigned_user_id")).isEqualTo(42);
        assertThat(answer.at("data.assigned_team_id")).isNull();
        assertThat(bob().on(ticket)
                        .body("{\"status\":\"closed\",\"assigned_team_id\":999}")
                        .to(update)
                        .refusal())
                .isEqualTo("404 NotFoundError team not found");
        assertThat(bob().on(ticket).body("{\"status\":null}").to(update).refusal())
                .isEqualTo("400 InputError status: must not be null");
        assertThat(bob().on(ticket)
                        .body("{\"assigned_user_id\":null}")
                        .to(update)
                        .at("data.status"))
                .isEqualTo("open");
    }

    @Test
    void deletingNeedsASupervisorAndIsForGood() {
        var ticket = desk.supportTicket();
        var delete = new DeleteConversation(front.edge, front.deletion());

        assertThat(bob().on(ticket).to(delete).status()).isEqualTo(403);
        assertThat(front.as(Desk.SAM).on(ticket).to(delete).at("data.deleted")).isEqualTo(true);
        assertThat(front.as(Desk.SAM).on(ticket).to(delete).refusal())
                .isEqualTo("404 NotFoundError conversation not found");
        assertThat(front.as(Desk.SAM).path("n", "217").to(byReference).status()).isEqualTo(404);
    }
}
