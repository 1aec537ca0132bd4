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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        return letter(ticket, text, reason, 1);
    }

    private Letter letter(Conversation ticket, String text, Reason reason, int times) {
        var row = new Notification(
                EVENT, ALICE, ticket.id(), Kind.NOTE, reason, BOB, EVENT, Instant.EPOCH, Instant.EPOCH, null, null);
        var message = new Message(EVENT, ticket.id(), MessageType.NOTE, BOB, text, List.of(), Instant.EPOCH);
        return writer.write(new LetterWriter.Contents(
                        WORKSPACE,
                        READER,
                        ticket,
                        TOKEN,
                        Collections.nCopies(times, row),
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
    void oneLongMessageIsWholeAsFarAsThereIsRoom() {
        var room = "x".repeat(LetterWriter.ROOM);
        assertThat(letter(ticket("a"), room, Reason.FOLLOWER).text())
                .contains(room)
                .doesNotContain("The whole message is in the ticket");
        var letter = letter(ticket("a"), room + "yz", Reason.FOLLOWER);
        for (var part : List.of(letter.text(), letter.html())) {
            assertThat(part)
                    .contains("xxx…\n\n[The whole message is in the ticket: https://tagalong.example/ui/#/tickets/")
                    .doesNotContain("y…");
        }
    }

    @Test
    void aMessageIsCutBetweenTwoCharacters() {
        var letter = letter(ticket("a"), "x" + "\uD83D\uDE00".repeat(LetterWriter.ROOM), Reason.FOLLOWER);
        assertThat(letter.text()).contains("\uD83D\uDE00…");
    }

    @Test
    void manyMessagesShareTheRoom() {
        var letter = letter(ticket("a"), "x".repeat(LetterWriter.ROOM), Reason.FOLLOWER, 10);
        assertThat(letter.text())
                .contains("x".repeat(LetterWriter.ROOM / 10) + "…")
                .doesNotContain("x".repeat(LetterWriter.ROOM / 10 + 1))
                .doesNotContain("more in the ticket.");
    }

    @Test
    void ofTooManyEventsTheLetterSaysHowManyMore() {
        var letter = letter(ticket("a"), "hi", Reason.FOLLOWER, LetterWriter.MOST + 7);
        for (var part : List.of(letter.text(), letter.html())) {
            assertThat(part.split("added an internal note", -1)).hasSize(LetterWriter.MOST + 1);
            assertThat(part).contains("And 7 more in the ticket.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "☃", "\uD83D\uDE00", "\n", "x"})
    void sesTakesTheLargestLetterThereIs(String character) {
        var subject = character.repeat(500 / character.length());
        var message = character.repeat(256 * 1024 / character.length());
        for (int events : List.of(1, LetterWriter.MOST + 1)) {
            var letter = letter(ticket(subject), message, Reason.FOLLOWER, events);
            long utf8 = (letter.subject() + letter.text() + letter.html()).getBytes(StandardCharsets.UTF_8).length;
            long quoted = 3 * utf8;
            assertThat(quoted * 4 / 3).isLessThan(10_000_000 / 2);
        }
    }

    @Test
    void itLinksToTheTicket() {
        var ticket = ticket("a");
        assertThat(letter(ticket, "hi", Reason.FOLLOWER).text())
                .contains("https://tagalong.example/ui/#/tickets/" + ticket.id());
    }
}
