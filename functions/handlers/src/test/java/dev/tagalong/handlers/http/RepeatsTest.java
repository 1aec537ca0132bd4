package dev.tagalong.handlers.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is kept of calls whose parts are done once by nature, and of those that keep nothing. */
final class RepeatsTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final AtomicInteger calls = new AtomicInteger();

    private Answer call(UserId user, Repetition repetition, UnaryOperator<Response> change) {
        return front.as(user).once("POST", "/api/v1/counting", "k").to(new Counting(repetition, change));
    }

    private Answer call(Repetition repetition) {
        return call(Desk.BOB, repetition, response -> response);
    }

    @Test
    void aHarmlessCallIsAnsweredFromWhatWasKept() {
        assertThat(call(Repetition.HARMLESS).text()).isEqualTo("{\"data\":1}");
        assertThat(call(Repetition.HARMLESS).text()).isEqualTo("{\"data\":1}");
    }

    @Test
    void whatIsUnfinishedGoesOn() {
        UnaryOperator<Response> partly =
                response -> new Response.Unfinished(200, ((Response.Ready) response).body(), null);

        assertThat(call(Desk.BOB, Repetition.HARMLESS, partly).text()).isEqualTo("{\"data\":1}");
        assertThat(call(Repetition.HARMLESS).text()).isEqualTo("{\"data\":2}");
        assertThat(call(Repetition.HARMLESS).text()).isEqualTo("{\"data\":2}");
    }

    @Test
    void whereAnswersAreSecretTheKeyIsRefused() {
        assertThat(call(Repetition.REFUSED).refusal())
                .isEqualTo("400 InputError Idempotency-Key: is not taken here, as the answer holds a secret");
        assertThat(calls).hasValue(0);
    }

    @Test
    void whoeverIsNoLongerActiveIsNotToldWhatWasKept() {
        var gone = desk.inactiveAgent(50);
        call(gone, Repetition.CLAIMED, response -> response);

        assertThat(call(gone, Repetition.CLAIMED, response -> response).status())
                .isEqualTo(401);
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatChangesNothingNeedsNoKey() {
        for (int at = 1; at <= 2; at++) {
            var answer = front.as(Desk.BOB)
                    .once("GET", "/api/v1/counting", "k")
                    .to(new Counting(Repetition.CLAIMED, response -> response));
            assertThat(answer.at("data")).isEqualTo(at);
        }
    }

    private final class Counting extends Endpoint {
        private final Repetition repetition;
        private final UnaryOperator<Response> change;

        private Counting(Repetition repetition, UnaryOperator<Response> change) {
            super(front.edge);
            this.repetition = repetition;
            this.change = change;
        }

        @Override
        protected Repetition repetition() {
            return repetition;
        }

        @Override
        protected Response answer(Call call) {
            return change.apply(Response.ok(Outcome.done(calls.incrementAndGet()), count -> count));
        }
    }
}
