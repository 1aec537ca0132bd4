package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mail for an account that may send little. */
@ExtendWith(RunningStack.class)
class MailRateTest {
    private static final int UNLIMITED = 1000;

    private final Desk desk;
    private final Runner runner;

    MailRateTest(Desk desk, Runner runner) {
        this.desk = desk;
        this.runner = runner;
    }

    @Test
    void whatTheAccountMayNotSendYetArrivesLaterAndOnce() {
        var ticket = desk.ticket();
        var readers = Stream.generate(() -> desk.agent("Mia")).limit(4).toList();
        readers.forEach(reader -> reader.follow(ticket).is(200));
        var ses = runner.mailService();
        int refused = ses.refused() + readers.size();
        ses.limit(0);
        try {
            desk.owner().note(ticket, "For people who must wait for it");
            Eventually.holds(() -> assertThat(ses.refused()).isGreaterThanOrEqualTo(refused));
            assertThat(readers)
                    .allSatisfy(reader -> assertThat(desk.mail(reader, ticket)).isEmpty());
        } finally {
            ses.limit(UNLIMITED);
        }
        Eventually.holds(() -> assertThat(readers)
                .allSatisfy(reader -> assertThat(desk.mail(reader, ticket)).hasSize(1)));
    }
}
