package dev.tagalong.domain.mail;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterWriterTest {
    private static final EventId EVENT = new EventId(new UUID(0x0190_0000_0000_7000L, 0x8000000000000001L));
    private static final User READER = person(ALICE, "Alice", "Jones", UserType.AGENT, Role.AGENT);

    private static final MailToken TOKEN = new MailToken(
            new MailKey(WORKSPACE, ALICE, ticket("x").id()), Unsubscribing.UNFOLLOW, "0123456789abcdefghijklmnop");

    private final LetterWriter writer = new LetterWriter("https://tagalong.example", "mail.tagalong.example");

    private static Conversation ticket(String subject) {
        return Desk.conversation(217, subject, Assignment.NOBODY, Instant.EPOCH);
    }

    private Letter letter(Conversation ticket, String text, Reason reason) {
        var row = new Notification(
                EVENT, ALICE, ticket.id(), Kind.NOTE, reason, BOB, EVENT, Instant.EPOCH, Instant.EPOCH, null, null);
        var message = new Message(EVENT, ticket.id(), MessageType.NOTE, BOB, text, List.of(), Instant.EPOCH);
        return writer.write(new LetterWriter.Contents(
                        WORKSPACE,
                        READER,
                        ticket,
                        TOKEN,
                        List.of(row),
                        Map.of(BOB, person(BOB, "Bob", "Smith", UserType.AGENT, Role.AGENT)),
                        Map.of(EVENT, message)))
                .orElseThrow();
    }

    @Test
    void whoHasNoAddressGetsNoLetter() {
        var system = person(ALICE, "System", "", UserType.SYSTEM, null);
        var contents = new LetterWriter.Contents(WORKSPACE, system, ticket("x"), TOKEN, List.of(), Map.of(), Map.of());
        assertThat(writer.write(contents)).isEmpty();
    }

    @Test
    void aLetterOfNothingIsNotWritten() {
        var contents = new LetterWriter.Contents(WORKSPACE, READER, ticket("x"), TOKEN, List.of(), Map.of(), Map.of());
        assertThat(writer.write(contents)).isEmpty();
    }

    @Test
    void theSubjectIsOneLineWhateverTheTicketsIs() {
        var letter = letter(ticket("Hello\r\nBcc: everybody@example.com\u2028x"), "hi", Reason.FOLLOWER);
        assertThat(letter.subject()).isEqualTo("[#217] Hello Bcc: everybody@example.com x");
    }

    @Test
    void textFromOutsideIsEscapedInTheHtmlPartAndWholeInThePlainOne() {
        var text = "<img src=x onerror='alert(\"1\")'> & more";
        var letter = letter(ticket("<b>bold</b>"), text, Reason.FOLLOWER);
        assertThat(letter.html())
                .doesNotContain("<img", "<b>bold")
                .contains("&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt; &amp; more");
        assertThat(letter.text()).contains(text);
    }

    @Test
    void rightToLeftTextStaysWholeAndFindsItsOwnDirection() {
        var text = "שלום עולם — مرحبا بالعالم";
        var letter = letter(ticket("בעיה"), text, Reason.FOLLOWER);
        assertThat(letter.text()).contains(text);
        assertThat(letter.html()).contains(text).contains("<blockquote dir=\"rtl\"", "border-right:");
    }

    @Test
    void theThreadIsTheSameForEveryLetterOfATicket() {
        var one = letter(ticket("a"), "one", Reason.FOLLOWER).headers();
        var other = letter(ticket("b"), "other", Reason.MENTION).headers();
        assertThat(one.get("References"))
                .isEqualTo(other.get("References"))
                .startsWith("<demo.")
                .endsWith("@mail.tagalong.example>");
    }

    @Test
    void everyLetterSaysWhyItCame() {
        for (var reason : Reason.values()) {
            var letter = letter(ticket("a"), "hi", reason);
            assertThat(letter.headers().get("X-Tagalong-Reason")).isEqualToIgnoringCase(reason.name());
            assertThat(letter.text()).contains("You get this because");
        }
    }

    @Test
    void itsTokenIsInHeadersAndNotInWhatIsQuotedOrForwarded() {
        var letter = letter(ticket("a"), "hi", Reason.FOLLOWER);
        assertThat(letter.headers())
                .containsEntry(
                        "List-Unsubscribe", "<https://tagalong.example/unsubscribe/0123456789abcdefghijklmnop.demo>")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsEntry("Reply-To", "0123456789abcdefghijklmnop_demo@mail.tagalong.example");
        assertThat(letter.text() + letter.html() + TOKEN).doesNotContain("0123456789abcdefghijklmnop");
    }

    @Test
    void itLinksToTheTicket() {
        var ticket = ticket("a");
        assertThat(letter(ticket, "hi", Reason.FOLLOWER).text())
                .contains("https://tagalong.example/ui/#/tickets/" + ticket.id());
    }
}
