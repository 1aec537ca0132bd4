package dev.tagalong.handlers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchAgentsTest {
    private final FrontDesk front = new FrontDesk();
    private final SearchAgents search = new SearchAgents(front.edge, front.candidates());

    private Answer bobAsks(String query) {
        return front.as(Desk.BOB).query(query).to(search);
    }

    @Test
    void withoutATokenNothingIsShown() {
        assertThat(new Request().query("search=b").to(search).status()).isEqualTo(401);
        assertThat(front.as(Desk.LINDA).query("").to(search).status()).isEqualTo(403);
        assertThat(front.as(Desk.BOB, "users:manage").query("").to(search).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=0 | page: must be a positive whole number",
                "page_size=101 | page_size: must be at most 100",
                "page_size=x | page_size: must be a positive whole number",
                "conversation=217 | conversation: must be a uuid",
                "conversation=a,b | conversation: must be a uuid"
            })
    void badInputNamesTheField(String query, String message) {
        assertThat(bobAsks(query).refusal()).isEqualTo("400 InputError " + message);
    }

    @Test
    void aSearchWithoutAnEndIs400() {
        assertThat(bobAsks("search=" + "a".repeat(301)).refusal())
                .isEqualTo("400 InputError search: must have at most 300 characters");
        assertThat(bobAsks("search=" + "a".repeat(300)).status()).isEqualTo(200);
    }

    @Test
    void aPageShowsAgentsAsFollowersAreShown() {
        assertThat(bobAsks("search=B&page_size=1").text())
                .isEqualTo("{\"data\":{\"results\":[{\"id\":3,\"first_name\":\"Ada\",\"last_name\":\"Byron\","
                        + "\"email\":\"ada@example.com\",\"type\":\"agent\",\"avatar_url\":null}],"
                        + "\"total\":2,\"total_pages\":2,\"page\":1,\"page_size\":1}}");
        assertThat(bobAsks("search=%20&page=9").list("data.results")).isEmpty();
    }

    @Test
    void aTicketTakesItsPeopleOut() {
        var ticket = front.desk.ticket(new Assignment(Desk.BOB, null));
        front.desk.follows(ticket, Desk.ADA);
        assertThat(bobAsks("search=b&conversation=" + ticket).list("data.results"))
                .isEmpty();
        assertThat(front.as(Desk.ALICE)
                        .query("conversation=" + ticket)
                        .to(search)
                        .refusal())
                .isEqualTo("404 NotFoundError conversation not found");
    }
}
