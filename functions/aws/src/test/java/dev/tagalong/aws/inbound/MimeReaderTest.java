package dev.tagalong.aws.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.mail.ReceivedMail;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MimeReaderTest {
    private static ReceivedMail read(String headers, String body, Charset charset) {
        var mime = "From: Mia <mia@example.com>\nMessage-ID: <1@example.com>\n" + headers + "\n\n" + body;
        return MimeReader.read(mime.replace("\n", "\r\n").getBytes(charset)).orElseThrow();
    }

    private static ReceivedMail read(String headers, String body) {
        return read(headers, body, StandardCharsets.UTF_8);
    }

    @Test
    void textIsReadInItsCharacterSet() {
        var mail = read("Content-Type: text/plain; charset=windows-1251", "Привет", Charset.forName("windows-1251"));

        assertThat(mail.text()).isEqualTo("Привет");
        assertThat(mail.from()).containsExactly("mia@example.com");
        assertThat(mail.messageId()).isEqualTo("<1@example.com>");
        assertThat(mail.automatic()).isFalse();
    }

    @Test
    void unknownCharacterSetIsTakenForUtf8() {
        assertThat(read("Content-Type: text/plain; charset=klingon-1", "Grüße").text())
                .isEqualTo("Grüße");
    }

    @Test
    void plainAlternativeIsPreferredAndAttachmentsAreCounted() {
        var mail = read("Content-Type: multipart/mixed; boundary=a", """
                --a
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p>html</p>
                --b
                Content-Type: text/plain; charset=utf-8

                plain
                --b--
                --a
                Content-Type: text/plain; name=log.txt
                Content-Disposition: attachment; filename=log.txt

                secret
                --a
                Content-Type: image/png

                x
                --a--
                """);

        assertThat(mail.text().strip()).isEqualTo("plain");
        assertThat(mail.attachments()).isEqualTo(2);
    }

    @Test
    void htmlAloneIsReadAsText() {
        var html = "<style>p{}</style><script>alert(1)</script><p>1 &lt; 2 &amp;amp; &#1513;</p>Hi<br>you"
                + "<blockquote>old</blockquote>";

        assertThat(read("Content-Type: text/html; charset=utf-8", html).text()).isEqualTo("1 < 2 &amp; ש\nHi\nyou");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Precedence: Bulk",
                "List-Id: <l.example>",
                "Return-Path: <>",
                "X-Tagalong-Reason: mention"
            })
    void whatMachinesSendSaysSo(String header) {
        assertThat(read(header, "away").automatic()).isTrue();
    }

    @Test
    void autoSubmittedNoIsAPerson() {
        assertThat(read("Auto-Submitted: no", "here").automatic()).isFalse();
    }
}
