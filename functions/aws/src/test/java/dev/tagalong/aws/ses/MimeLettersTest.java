package dev.tagalong.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.mail.Letter;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MimeLettersTest {
    private final MimeLetters letters = new MimeLetters("Tagalong <notifications@tagalong.example>");

    private static Letter letter(String to, String name, String subject, Map<String, String> headers) {
        return new Letter(to, name, subject, "Grüße,\n.\nBob \uD83D\uDE00", "<p>Grüße</p>", headers, Map.of());
    }

    private MimeMessage read(Letter letter) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letters.write(letter)));
    }

    private static String header(MimeMessage message, String name) throws Exception {
        return message.getHeader(name, null).replaceAll("\\r\\n\\s", " ");
    }

    @Test
    void letterHasATextAndAnHtmlPart() throws Exception {
        var message = read(letter("bob@example.com", "Bob", "Hello", Map.of()));

        assertThat(message.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(0).getContentType())
                .startsWith("text/plain")
                .containsIgnoringCase("utf-8");
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("Grüße,\n.\nBob \uD83D\uDE00");
        assertThat(parts.getBodyPart(1).getContentType())
                .startsWith("text/html")
                .containsIgnoringCase("utf-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße</p>");
    }

    @Test
    void peopleAndSubjectKeepTheirLetters() throws Exception {
        var message = read(letter("bob@example.com", "Bøb \"the, builder\"", "Łogin — \"x\"", Map.of()));

        var to = (InternetAddress) message.getRecipients(RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("bob@example.com");
        assertThat(to.getPersonal()).isEqualTo("Bøb \"the, builder\"");
        assertThat(message.getSubject()).isEqualTo("Łogin — \"x\"");
        assertThat(message.getFrom()[0].toString()).contains("notifications@tagalong.example");
    }

    @Test
    void furtherHeadersAreCarried() throws Exception {
        var references = "<first@tagalong.example> <second@tagalong.example> <third@tagalong.example>";
        var message = read(letter(
                "bob@example.com",
                "Bob",
                "Hello",
                Map.of("References", references, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));

        assertThat(header(message, "References")).isEqualTo(references);
        assertThat(header(message, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\nBcc: eve@example.com", "x\nBcc: eve@example.com", "x\rBcc: eve@example.com"})
    void noTextMakesAHeaderOfItsOwn(String text) throws Exception {
        var message = read(letter("bob@example.com", text, text, Map.of("X-Tagalong-Reason", text)));

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(Collections.list(message.getAllHeaders()))
                .noneMatch(header -> header.getName().toLowerCase(Locale.ROOT).contains("bcc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@example.com\r\nBcc: eve@example.com", "bob@example.com, eve@example.com", "bob", ""})
    void onlyOneAddressIsAnAddress(String to) {
        assertThatThrownBy(() -> letters.write(letter(to, "Bob", "Hello", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyByteOfAHeaderIsAscii() {
        var bytes = letters.write(letter("bob@example.com", "Bøb", "Łogin", Map.of("X-Tagalong-Reason", "größer")));

        var head = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
        assertThat(head.chars()).allMatch(character -> character < 128);
        assertThat(head.lines()).allMatch(line -> line.length() <= 998);
    }
}
