package dev.tagalong.handlers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.http.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MuteConversationTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final MuteConversation mute = new MuteConversation(front.edge, front.mutes());

    private Answer bob(String body) {
        return front.as(Desk.BOB).on(desk.supportTicket()).body(body).to(mute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"muted\":true}"})
    void aBodyThatDoesNotSayUntilWhenIs400(String body) {
        assertThat(bob(body).refusal()).isEqualTo("400 InputError until: is required, a time or null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"until\":true}", "{\"until\":\"soon\"}", "{\"until\":1795341600}", "{\"until\":{}}"})
    void whatIsNoTimeIs400(String body) {
        assertThat(bob(body).refusal()).startsWith("400 InputError until: must be a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "+999999999-01-01T00:00:00Z"})
    void thePastAndTheEndOfTimeAre400(String until) {
        assertThat(bob("{\"until\":\"" + until + "\"}").refusal()).startsWith("400 InputError until: must be ");
    }

    @Test
    void whatTheCallerCannotSeeIs404() {
        var answer = front.as(Desk.ALICE)
                .on(desk.supportTicket())
                .body("{\"until\":null}")
                .to(mute);

        assertThat(answer.refusal()).isEqualTo("404 NotFoundError conversation not found");
    }

    @Test
    void theAnswerIsTheMute() {
        var tomorrow = desk.clock.instant().plus(Duration.ofDays(1));

        assertThat(bob("{\"until\":\"" + tomorrow + "\"}").at("data.until")).isEqualTo(Json.time(tomorrow));
        assertThat(bob("{\"until\":null}").text()).isEqualTo("{\"data\":{\"muted\":false,\"until\":null}}");
    }
}
