package dev.tagalong.handlers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.MailTrouble;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordMailFeedbackTest {
    private final FrontDesk front = new FrontDesk();
    private final RecordMailFeedback record = new RecordMailFeedback(front.feedback());

    private static Map<String, Object> event(String type, String name, Map<String, Object> news) {
        var tags = Map.of("workspace", List.of("demo"), "user", List.of("17"));
        return Map.of("detail", Map.of("eventType", type, "mail", Map.of("tags", tags), name, news));
    }

    private static Map<String, Object> bounce(String type, String address) {
        var recipients = List.of(Map.of("emailAddress", address));
        return event("Bounce", "bounce", Map.of("bounceType", type, "bouncedRecipients", recipients));
    }

    private String handle(Map<String, Object> event) {
        return record.handleRequest(event, new Invocation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transient", "Undetermined"})
    void whatMayStillGetThroughIsNotHeldAgainstAnybody(String type) {
        assertThat(handle(bounce(type, "alice@example.com"))).isEqualTo("nothing to record");
        assertThat(front.desk.user(Desk.ALICE).mailTrouble()).isNull();
    }

    @Test
    void aDeliveryIsNothingToRecord() {
        assertThat(handle(event("Delivery", "delivery", Map.of()))).isEqualTo("nothing to record");
    }

    @Test
    void aBounceForGoodIsRecordedWithOrWithoutAName() {
        assertThat(handle(bounce("Permanent", "Alice Jones <alice@example.com>")))
                .isEqualTo("recorded");
        assertThat(front.desk.user(Desk.ALICE).mailTrouble()).isEqualTo(MailTrouble.BOUNCED);
    }

    @Test
    void aComplaintIsRecorded() {
        var recipients = List.of(Map.of("emailAddress", "alice@example.com"));
        handle(event("Complaint", "complaint", Map.of("complainedRecipients", recipients)));
        assertThat(front.desk.user(Desk.ALICE).mailTrouble()).isEqualTo(MailTrouble.COMPLAINED);
    }

    @Test
    void anAddressThatIsNotTheirsIsNot() {
        assertThat(handle(bounce("Permanent", "bob@example.com"))).isEqualTo("not theirs");
    }

    @Test
    void whatIsNoSuchEventIsThrownAndWhatIsLostComesAgain() {
        assertThatThrownBy(() -> handle(Map.of("detail", "text"))).isInstanceOf(RuntimeException.class);
        front.desk.store.faults().failAfter(0);
        assertThatThrownBy(() -> handle(bounce("Permanent", "alice@example.com")))
                .isInstanceOf(IllegalStateException.class);
    }
}
