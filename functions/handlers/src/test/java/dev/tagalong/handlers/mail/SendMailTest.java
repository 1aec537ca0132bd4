package dev.tagalong.handlers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.mail.Letter;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SendMailTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final ConversationId ticket = desk.supportTicket();
    private final SendMail send = new SendMail(front.mailDelivery(), this::read);
    private final Invocation invocation = new Invocation();

    private MailKey read(String body) {
        return new MailKey(Desk.WORKSPACE, new UserId(Integer.parseInt(body)), ticket);
    }

    private void isAdded(UserId user) {
        desk.follows(ticket, user);
        front.fanOut().carryOut(desk.activity(ticket, ActivityType.FOLLOWER_ADDED, Desk.SAM, user, null));
    }

    private List<String> failures(String... bodies) {
        var event = new SQSEvent();
        event.setRecords(IntStream.range(0, bodies.length)
                .mapToObj(at -> {
                    var message = new SQSEvent.SQSMessage();
                    message.setMessageId("message " + at);
                    message.setBody(bodies[at]);
                    return message;
                })
                .toList());
        return send.handleRequest(event, invocation).getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    @Test
    void eachCallSendsItsMailOnce() {
        isAdded(Desk.ALICE);
        isAdded(Desk.OLGA);

        assertThat(failures("17", "2", "17")).isEmpty();
        assertThat(front.postbox.sent())
                .extracting(Letter::to)
                .containsExactlyInAnyOrder("alice@example.com", "olga@example.com");
    }

    @Test
    void whatIsNoCallFailsAndTheOthersAreSent() {
        isAdded(Desk.ALICE);

        assertThat(failures("junk", "17")).containsExactly("message 0");
        assertThat(front.postbox.sent()).hasSize(1);
        assertThat(invocation.logged()).hasSize(1);
    }

    @Test
    void aMailThatFailsComesAgainAndIsSentThen() {
        isAdded(Desk.ALICE);
        desk.store.faults().failAfter(0);
        assertThat(failures("17")).containsExactly("message 0");
        desk.store.faults().heal();

        assertThat(failures("17")).isEmpty();
        assertThat(front.postbox.sent()).hasSize(1);
    }

    @Test
    void aWindowThatAnotherWorkerHasComesAgain() {
        isAdded(Desk.ALICE);
        desk.store.windows().claim(read("17"), desk.clock.instant(), Duration.ofMinutes(1));

        assertThat(failures("17")).containsExactly("message 0");
        assertThat(front.postbox.sent()).isEmpty();
    }
}
