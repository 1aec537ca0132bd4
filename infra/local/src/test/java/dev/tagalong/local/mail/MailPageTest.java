package dev.tagalong.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.http.LocalPage.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

class MailPageTest {
    private final Mailbox mailbox = Mailbox.open(null);
    private final MailPage page = new MailPage(mailbox);

    @BeforeEach
    void deliver() {
        deliver("alice@example.com", "first");
        deliver("bob@example.com", "second");
        deliver("alice@example.com", "third");
    }

    private void deliver(String to, String subject) {
        mailbox.deliver(
                ("From: a@b.example\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n\r\nHello\r\n").getBytes(UTF_8));
    }

    private Page answer(Map<String, String> query) {
        return page.answer(query, SdkBytes.fromUtf8String(""));
    }

    @Test
    void mailIsFoundByAddressWhateverItsCaseOldestFirst() {
        assertThat(answer(Map.of("to", "Alice@example.com")).json())
                .containsSubsequence("first", "third")
                .doesNotContain("second");
        assertThat(answer(Map.of()).json()).containsSubsequence("first", "second", "third");
    }

    @Test
    void whatWasSeenMayBeSkipped() {
        assertThat(answer(Map.of("to", "alice@example.com", "skip", "1")).json())
                .contains("third")
                .doesNotContain("first");
        assertThat(answer(Map.of("to", "alice@example.com", "skip", "2"))).isEqualTo(new Page(200, "[]"));
    }

    @Test
    void aSkipThatIsNoNumberIsNamed() {
        assertThat(answer(Map.of("skip", "-1")))
                .isEqualTo(new Page(400, "{\"error\":\"skip: must be a whole number\"}"));
    }
}
