package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail that is refused, by the addresses of SES's mailbox simulator. */
@ExtendWith(RunningStack.class)
class MailFeedbackTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Desk desk;

    MailFeedbackTest(Desk desk) {
        this.desk = desk;
    }

    private Agent agentAt(String kind) {
        var email = kind + "+" + COUNT.incrementAndGet() + "@simulator.amazonses.com";
        var made = desk.owner()
                .api()
                .post("/api/v1/agents", "first_name", "Mia", "last_name", "Tester", "email", email, "role", "agent")
                .is(201);
        return desk.somebody(made.number("data", "id"), "Mia", email);
    }

    private String status(Agent agent) {
        return desk.owner().api().get("/api/v1/agents/" + agent.id()).is(200).string("data", "email_status");
    }

    @ParameterizedTest
    @CsvSource({"bounce,bounced", "complaint,complained"})
    void whatIsRefusedIsShownAndNothingMoreIsSentUntilTheAddressIsAnother(String kind, String shown) {
        var mia = agentAt(kind);
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        tom.follow(ticket).is(200);
        assertThat(status(mia)).isEqualTo("ok");
        desk.owner().add(ticket, mia).is(200);
        Eventually.holds(() -> assertThat(status(mia)).isEqualTo(shown));

        desk.owner().note(ticket, "Not mailed");
        mia.inbox(ticket, 2);
        Eventually.holds(() -> assertThat(desk.mail(tom, ticket)).hasSize(1));
        assertThat(desk.mail(mia, ticket)).hasSize(1);

        var email = "mia.moved" + COUNT.incrementAndGet() + "@people.example";
        desk.owner().api().put("/api/v1/agents/" + mia.id(), "email", email).is(200);
        assertThat(status(mia)).isEqualTo("ok");
        desk.owner().note(ticket, "Mailed again");
        var moved = new Agent(mia.id(), mia.name(), email, mia.session());
        Eventually.holds(() -> assertThat(desk.mail(moved, ticket)).isNotEmpty());
    }

    @Test
    void anOrdinaryAddressStaysInOrder() {
        var mia = agentAt("success");
        var ticket = desk.ticket();
        desk.owner().add(ticket, mia).is(200);
        Eventually.holds(() -> assertThat(desk.mail(mia, ticket)).hasSize(1));
        assertThat(status(mia)).isEqualTo("ok");
    }
}
