package dev.tagalong.handlers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import dev.tagalong.handlers.frontdesk.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangeFollowersInBulkTest {
    private static final String UNKNOWN = "afa55a3b-60fa-4930-8382-4ad39cf6929f";

    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final ConversationId ticket = desk.supportTicket();
    private final ChangeFollowersInBulk bulk = new ChangeFollowersInBulk(front.edge, front.bulkFollowing());

    private static String body(List<String> conversations, String users, String more) {
        return "{\"conversations\":[\"" + String.join("\",\"", conversations) + "\"],\"users\":" + users
                + ",\"action\":\"add\"" + more + "}";
    }

    private Answer by(UserId caller, String body) {
        return front.as(caller).body(body).to(bulk);
    }

    private String add(String users) {
        return body(List.of(ticket.toString()), users, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | conversations: is required",
                "{} | conversations: is required",
                "{\"conversations\":\"x\"} | conversations: must be a list",
                "{\"conversations\":[\"x\"]} | conversations[0]: must be a uuid",
                "{\"conversations\":[\"afa55a3b-60fa-4930-8382-4ad39cf6929f\"]} | users: is required",
                "{\"conversations\":[\"afa55a3b-60fa-4930-8382-4ad39cf6929f\"],\"users\":[17,-1]} | users[1]: must be a positive whole number",
                "{\"conversations\":[\"afa55a3b-60fa-4930-8382-4ad39cf6929f\"],\"users\":[17]} | action: is required",
                "{\"conversations\":[\"afa55a3b-60fa-4930-8382-4ad39cf6929f\"],\"users\":[17],\"action\":\"ADD\"} | action: must be one of add, remove",
                "{\"conversations\":[\"afa55a3b-60fa-4930-8382-4ad39cf6929f\"],\"users\":[17],\"action\":\"add\",\"dry_run\":1} | dry_run: must be true or false"
            })
    void whatCannotBeReadIs400AndNamed(String body, String problem) {
        assertThat(by(Desk.BOB, body).refusal()).isEqualTo("400 InputError " + problem);
    }

    @Test
    void moreThanAHundredAre400() {
        var users = "[1" + ",2".repeat(100) + "]";
        assertThat(by(Desk.BOB, add(users)).refusal()).isEqualTo("400 InputError users: must have 1 to 100 members");
    }

    @Test
    void withoutATokenItIs401AndWithoutTheScope403() {
        assertThat(new Request().body(add("[17]")).to(bulk).status()).isEqualTo(401);
        assertThat(front.as(Desk.BOB, "conversations:write")
                        .body(add("[17]"))
                        .to(bulk)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void eachPairHasItsResult() {
        var answer = by(Desk.BOB, body(List.of(ticket.toString(), UNKNOWN), "[17,1,999]", ""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(("{'data':{'results':[{'conversation':'%1$s','user':17,'status':'ok'},"
                                + "{'conversation':'%1$s','user':1,'status':'unchanged'},"
                                + "{'conversation':'%1$s','user':999,'status':'error',"
                                + "'error_type':'NotFoundException','message':'user not found'},"
                                + "{'conversation':'%2$s','user':17,'status':'error',"
                                + "'error_type':'NotFoundException','message':'conversation not found'},"
                                + "{'conversation':'%2$s','user':1,'status':'error',"
                                + "'error_type':'NotFoundException','message':'conversation not found'},"
                                + "{'conversation':'%2$s','user':999,'status':'error',"
                                + "'error_type':'NotFoundException','message':'conversation not found'}]}}")
                        .replace('\'', '"')
                        .formatted(ticket, UNKNOWN));
    }

    @Test
    void aDryRunWritesNothing() {
        var answer = by(Desk.BOB, body(List.of(ticket.toString()), "[17]", ",\"dry_run\":true"));

        assertThat(answer.text()).contains("\"ok\"");
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void whatFailsIsLoggedAndToldWithoutDetail() {
        desk.store.faults().failOnce(1);
        var invocation = new Invocation();
        var answer = front.as(Desk.BOB).body(add("[17,7]")).to(bulk, invocation);

        assertThat(answer.text())
                .contains("\"GeneralException\",\"message\":\"something went wrong on our side\"")
                .contains("{\"conversation\":\"" + ticket + "\",\"user\":7,\"status\":\"ok\"}");
        assertThat(invocation.logged()).singleElement().asString().contains("the store was told to fail");
    }

    @Test
    void underAKeyWhatIsLeftIsDoneByARepetitionAndWhatIsDoneIsAnsweredAgain() {
        desk.store.faults().failOnce(2);
        assertThat(once().text()).contains("GeneralException");
        var done = once();
        assertThat(done.text()).contains("\"ok\"");
        assertThat(once().text()).isEqualTo(done.text());
        assertThat(desk.log()).hasSize(1);
    }

    private Answer once() {
        return front.as(Desk.BOB)
                .once("POST", "/api/v1/followers/bulk", "bulk-1")
                .body(add("[17]"))
                .to(bulk);
    }
}
