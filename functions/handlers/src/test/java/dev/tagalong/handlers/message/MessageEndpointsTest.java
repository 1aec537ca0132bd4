package dev.tagalong.handlers.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.http.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageEndpointsTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final PostMessage post = new PostMessage(front.edge, front.messages());
    private final ListMessages list = new ListMessages(front.edge, front.messages());
    private final ConversationId ticket = desk.supportTicket();

    private Answer bobPosts(String body) {
        return front.as(Desk.BOB).on(ticket).body(body).to(post);
    }

    @Test
    void postingAnswers201WithTheFieldsOfNewMessage() {
        var answer = bobPosts("{\"message\":\"Hello\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.names("data"))
                .contains(
                        "id",
                        "uuid",
                        "conversation_uuid",
                        "type",
                        "status",
                        "private",
                        "content_type",
                        "content",
                        "text_content",
                        "sender_id",
                        "sender_type",
                        "created_at",
                        "meta");
        assertThat(answer.at("data.type")).isEqualTo("outgoing");
        assertThat(answer.at("data.private")).isEqualTo(false);
        assertThat(answer.at("data.sender_id")).isEqualTo(42);
        assertThat(answer.at("data.sender_type")).isEqualTo("agent");
        assertThat(answer.at("data.created_at")).isEqualTo("2026-03-02T09:00:00.000Z");
    }

    @Test
    void aPageFitsIntoTheAnswerOfAFunctionHoweverLongItsMessagesAre() {
        bobPosts(Json.write(Json.object("message", "short")));
        var quotes = "\"".repeat(100_000);
        for (int posted = 0; posted < 29; posted++) {
            bobPosts(Json.write(Json.object("message", quotes)));
        }

        var page = front.as(Desk.BOB).on(ticket).to(list);

        assertThat(Json.write(page.text()).length()).isBetween(1_000_000, 6_000_000);
        assertThat(page.at("data.results.0.content")).isEqualTo("short");
        assertThat(page.at("data.results.0.meta")).isEqualTo(Map.of());
        assertThat(page.at("data.results.1.content")).isEqualTo("\"".repeat(13_333));
        assertThat(page.at("data.results.1.meta.truncated")).isEqualTo(true);
    }

    @Test
    void aLongMessageIsWholeBesideShortOnes() {
        bobPosts(Json.write(Json.object("message", "x".repeat(100_000))));
        bobPosts(Json.write(Json.object("message", "short")));

        var page = front.as(Desk.BOB).on(ticket).to(list);

        assertThat(page.at("data.results.0.content")).isEqualTo("x".repeat(100_000));
        assertThat(page.at("data.results.0.meta")).isEqualTo(Map.of());
    }

    @Test
    void aPrivateMessageIsANote() {
        var answer = bobPosts("{\"message\":\"@Alice look\",\"private\":true,\"mentions\":[17]}");

        assertThat(answer.at("data.private")).isEqualTo(true);
        assertThat(answer.at("data.mentions.0")).isEqualTo(17);
    }

    @Test
    void inTheCustomersNameTheAuthorIsTheCustomer() {
        var answer = bobPosts("{\"message\":\"Help\",\"sender_type\":\"contact\"}");

        assertThat(answer.at("data.type")).isEqualTo("incoming");
        assertThat(answer.at("data.sender_id")).isEqualTo(90);
        assertThat(answer.at("data.sender_type")).isEqualTo("contact");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | message: is required",
                "{\"message\":\"  \"} | message: must not be empty",
                "{\"message\":7} | message: must be a string",
                "{\"message\":\"a\\u0000\"} | message: must not hold NUL characters",
                "{\"message\":\"\\ud83d\"} | message: must be Unicode text",
                "{\"message\":\"a\",\"private\":\"yes\"} | private: must be true or false",
                "{\"message\":\"a\",\"mentions\":17} | mentions: must be a list",
                "{\"message\":\"a\",\"mentions\":[\"17\"]} | mentions: must be a positive whole number",
                "{\"message\":\"a\",\"mentions\":[999]} | mentions: there is no agent 999",
                "{\"message\":\"a\",\"sender_type\":\"bot\"} | sender_type: must be one of agent, contact",
                "{\"message\":\"a\",\"private\":true,\"sender_type\":\"contact\"} | private: a contact posts no notes"
            })
    void badInputNamesTheField(String body, String message) {
        assertThat(bobPosts(body).refusal()).isEqualTo("400 InputError " + message);
    }

    @Test
    void whoOnlyFollowsPostsNotesAndNoReplies() {
        desk.follows(ticket, Desk.ALICE);
        var alice = front.as(Desk.ALICE).on(ticket);

        assertThat(alice.body("{\"message\":\"a\",\"private\":true}").to(post).status())
                .isEqualTo(201);
        assertThat(alice.body("{\"message\":\"a\"}").to(post).status()).isEqualTo(403);
    }

    @Test
    void whatIsNotVisibleIs404() {
        assertThat(front.as(Desk.ALICE)
                        .on(ticket)
                        .body("{\"message\":\"a\"}")
                        .to(post)
                        .status())
                .isEqualTo(404);
        assertThat(front.as(Desk.ALICE).on(ticket).to(list).status()).isEqualTo(404);
    }

    @Test
    void pageOneHoldsTheNewestAndReadsDownwards() {
        for (int count = 1; count <= 5; count++) {
            bobPosts("{\"message\":\"message " + count + "\"}");
        }

        var first = front.as(Desk.BOB).on(ticket).query("page_size=2").to(list);
        var last = front.as(Desk.BOB).on(ticket).query("page_size=2&page=3").to(list);

        assertThat(first.at("data.results.0.content")).isEqualTo("message 4");
        assertThat(first.at("data.results.1.content")).isEqualTo("message 5");
        assertThat(first.at("data.total")).isEqualTo(5);
        assertThat(last.list("data.results")).hasSize(1);
        assertThat(last.at("data.results.0.content")).isEqualTo("message 1");
    }

    @Test
    void aPageThatIsNoneIs400() {
        assertThat(front.as(Desk.BOB).on(ticket).query("page=0").to(list).refusal())
                .isEqualTo("400 InputError page: must be a positive whole number");
    }
}
