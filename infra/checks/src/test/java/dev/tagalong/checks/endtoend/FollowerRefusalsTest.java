package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five follower calls, when they are refused. */
@ExtendWith(RunningStack.class)
class FollowerRefusalsTest {
    private final Desk desk;

    FollowerRefusalsTest(Desk desk) {
        this.desk = desk;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"17\"", "17.0", "17.5", "0", "-1", "true", "2147483648", "99999999999999999999", "[17]", "{}"})
    void aUserIdThatIsNoPositiveIntIsRefused(String value) {
        desk.owner()
                .api()
                .send("POST", desk.ticket().path("/followers"), "{\"user_id\":" + value + "}")
                .refuses(400, "Input", "user_id: must be a positive whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"user_id\":null}", "{\"userId\":17}"})
    void aMissingUserIdIsRefused(String body) {
        desk.owner()
                .api()
                .send("POST", desk.ticket().path("/followers"), body)
                .refuses(400, "Input", "user_id: is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "[{\"user_id\":17}]", "17", "\"17\"", "null", "{\"user_id\":17", "{\"user_id\":17}}"
            })
    void aBodyThatIsNoJsonObjectIsRefused(String body) {
        desk.owner()
                .api()
                .send("POST", desk.ticket().path("/followers"), body)
                .refuses(400, "Input", "body: must be a JSON object");
    }

    @Test
    void anUnknownConversationIsNotFoundByAnyOfTheCalls() {
        var nowhere = new Ticket(UUID.randomUUID().toString(), 0, "");
        var olga = desk.owner();
        for (var answer : List.of(
                olga.follow(nowhere),
                olga.add(nowhere, desk.agent("Mia")),
                olga.remove(nowhere, desk.agent("Mia")),
                olga.api().get(nowhere.path("/participants")))) {
            answer.refuses(404, "NotFound", "conversation not found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"217", "afa55a3b", "afa55a3b-60fa-4930-8382-4ad39cf6929", "not-a-uuid", "1-1-1-1-1"})
    void aMalformedUuidIsBadInput(String uuid) {
        var ticket = new Ticket(uuid, 0, "");
        var olga = desk.owner();
        for (var answer : List.of(
                olga.follow(ticket),
                olga.unfollow(ticket),
                olga.add(ticket, olga),
                olga.remove(ticket, olga),
                olga.api().get(ticket.path("/participants")))) {
            answer.is(400);
            assertThat(answer.string("error_type")).isEqualTo("InputException");
            assertThat(answer.string("message")).startsWith("uuid: ");
        }
    }

    @Test
    void unknownUsersAndContactsAreNotFound() {
        var ticket = desk.ticket();
        var olga = desk.owner().api();
        for (int id : List.of(Integer.MAX_VALUE, desk.contact())) {
            olga.post(ticket.path("/followers"), "user_id", id).refuses(404, "NotFound", "user not found");
            olga.delete(ticket.path("/followers/" + id)).refuses(404, "NotFound", "user not found");
        }
    }

    @Test
    void withoutAGoodTokenNobodyIsLetIn() {
        var ticket = desk.ticket();
        var token = desk.owner().api().token();
        for (var bad : List.of("", "junk", token + "x", token.substring(0, token.lastIndexOf('.') + 1))) {
            for (var method : List.of("POST", "DELETE")) {
                var answer = desk.nobody().as(bad).send(method, ticket.path("/follow"), "");
                assertThat(answer.is(401).string("error_type")).isEqualTo("AuthException");
                assertThat(answer.string("data", "type")).isEqualTo("AuthError");
                assertThat(answer.string("status")).isEqualTo("error");
                assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
            }
        }
    }

    @Test
    void whoeverViewsOnlyByFollowingAddsAndRemovesNobodyElse() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticketOf(desk.agent("Uma"));
        desk.owner().add(ticket, mia).is(200);
        mia.add(ticket, tom).refuses(403, "Permission", "you may not do this");
        desk.owner().add(ticket, tom).is(200);
        mia.remove(ticket, tom).refuses(403, "Permission", "you may not do this");
        assertThat(mia.api().get(ticket.path("/participants")).rows("data")).hasSize(2);
    }

    @Test
    void anAgentOfAnotherTeamFindsNothing() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(desk.agent("Tom"));
        for (var answer : List.of(
                mia.api().get(ticket.path("")),
                mia.follow(ticket),
                mia.add(ticket, mia),
                mia.api().get(ticket.path("/participants")),
                mia.api().get(ticket.path("/messages")),
                mia.api().get(ticket.path("/activities")))) {
            answer.refuses(404, "NotFound", "conversation not found");
        }
    }
}
