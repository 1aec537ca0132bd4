package dev.tagalong.aws.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.tagalong.domain.mail.ReceivedMail;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    void emptyPlainAlternativeIsNotPreferred() {
        var mail = read("Content-Type: multipart/alternative; boundary=a", """
                --a
                Content-Type: text/plain; charset=utf-8


                --a
                Content-Type: text/html; charset=utf-8

                <p>html</p>
                --a--
                """);

        assertThat(mail.text()).isEqualTo("html");
        assertThat(mail.attachments()).isZero();
    }

    @Test
    void anAttachmentAloneAmongAlternativesIsCountedOnce() {
        var mail = read("Content-Type: multipart/alternative; boundary=a", """
                --a
                Content-Type: text/plain; name=log.txt
                Content-Disposition: attachment; filename=log.txt

                secret
                --a--
                """);

        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).isEqualTo(1);
    }

    private static String html(String html) {
        return read("Content-Type: text/html; charset=utf-8", html).text();
    }

    @Test
    void htmlAloneIsReadAsText() {
        var html = "<head><title>Re: you</title></head><style>p{}</style><script>alert(1)</script>"
                + "<p>1 &lt; 2 &amp;amp; &#1513; &#x1F600;&eacute;</p><!-- hm -->Hi<br>you"
                + "<blockquote>old<blockquote>older</blockquote></blockquote>";

        assertThat(html(html)).isEqualTo("1 < 2 &amp; ש 😀é\nHi\nyou\n> old\n> > older");
    }

    @Test
    void whatIsWrittenBetweenQuotesInHtmlStays() {
        assertThat(html("<blockquote>one?</blockquote><p>Yes.</p><blockquote>two?</blockquote><p>No.</p>"))
                .isEqualTo("> one?\nYes.\n> two?\nNo.");
    }

    @Test
    void linesOfHtmlAreThoseThatAReaderSees() {
        assertThat(
                        html(
                                "<div>Hello  <b>you</b> there,</div><div><br></div>\n<div>one<br></div>\n"
                                        + "<p>two&nbsp;</p><pre>three\n\n  four</pre><table><tr><td>five</td><td>six</td></tr></table>"))
                .isEqualTo("Hello you there,\n\none\ntwo\nthree\n\n  four\nfive\nsix");
    }

    @Test
    void emptyParagraphsOfHtmlAreAnEmptyLine() {
        assertThat(html(
                        "<p>one</p><p>&nbsp;<br></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>two&nbsp;three</p><p></p>"
                                + "<blockquote><p>four</p><p>&nbsp;</p><p>five</p></blockquote>"))
                .isEqualTo("one\n\ntwo three\n> four\n> \n> five");
    }

    @Test
    void linksOfHtmlSayWhereTheyLeadUnlessTheirWordsDo() {
        assertThat(html("See <a href=' https://help.example/a?b=1&amp;c#d '>this page </a>, or write to"
                        + " <a href='mailto:mia@example.com?subject=Hi'>Mia</a>."))
                .isEqualTo("See this page (https://help.example/a?b=1&c#d) , or write to Mia (mia@example.com).");
        assertThat(html("<a href='https://Help.example/'>help.example </a><a href='http://help.example/a'>"
                        + "https://help.example/a</a> <a href='mailto:mia@example.com'>mia@example.com</a>"))
                .isEqualTo("help.example https://help.example/a mia@example.com");
        assertThat(html("<a href='https://help.example'><img alt='Our logo'></a><br>"
                        + "<a href='https://help.example'><div>Help</div></a>"))
                .isEqualTo("[Our logo] (https://help.example)\nHelp\n(https://help.example)");
    }

    @Test
    void linksOfHtmlThatNobodySeesOrMayFollowAreLeftOut() {
        assertThat(html("one<a href='https://count.example'> <img alt=''></a> <a href='javascript:alert(1)'>two</a>"
                        + " <a href='/three'>three</a> <a href='https://long.example/" + "x".repeat(501)
                        + "'>four</a> <a name=x>five</a>"))
                .isEqualTo("one two three four five");
        assertThat(html("<blockquote><a href='https://desk.example/stop?token=t'>Stop these mails</a></blockquote>"))
                .isEqualTo("> Stop these mails");
    }

    @Test
    void picturesOfHtmlAreWhatTheyShow() {
        assertThat(
                        html(
                                "Hi <img alt='😀' src='https://emoji.example'><img src='cid:1' alt='a \n screenshot'><img src='x'>"))
                .isEqualTo("Hi 😀[a screenshot]");
    }

    @Test
    void onlyTheBeginningOfEndlessHtmlIsReadAndThatIsSaid() {
        var mail = read("Content-Type: text/html", "so far. " + "<br>".repeat(300_000) + "lost");
        assertThat(mail.text()).isEqualTo("so far.");
        assertThat(mail.isCut()).isTrue();
        assertThat(read("Content-Type: text/html", "all").isCut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>",
                "<blockquote>",
                "<b><p>",
                "<table><b>",
                "<b><i><u><p>",
                "&",
                "<",
                "<!--",
                "<a b='",
                "<a href=tel:1>x",
                "<a href=tel:1><object>x"
            })
    void hostileHtmlKeepsNobodyBusy(String repeated) {
        var endless = repeated.repeat(HtmlText.MOST_LETTERS / repeated.length());
        assertThat(assertTimeout(Duration.ofSeconds(20), () -> read("Content-Type: text/html", "hello<br>" + endless)))
                .extracting(ReceivedMail::text)
                .asString()
                .startsWith("hello");
    }

    @Test
    void htmlThatNoParserTakesIsNoMail() {
        var mime = "From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + "<p><b><div>".repeat(1000);
        assertThat(MimeReader.read(mime.getBytes(StandardCharsets.UTF_8))).isEmpty();
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
