package dev.tagalong.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailboxTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void keepsMailsInItsFolder() {
        deliver(Mailbox.open(folder), "=?UTF-8?Q?Gr=C3=B6=C3=9Fe?= 1");
        deliver(Mailbox.open(folder), "2");

        assertThat(subjects()).containsExactly("Größe 1", "2");
    }

    @Test
    void dropsTheMailThatWasBeingWrittenWhenTheRunnerWasKilled() throws IOException {
        deliver(Mailbox.open(folder), "whole");
        tear("{\"to\":\"alice@example.com\",\"subject\":\"half of \u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(subjects()).containsExactly("whole");
    }

    @Test
    void writesOverWhatAFullDiskLeft() throws IOException {
        var mailbox = Mailbox.open(folder);
        deliver(mailbox, "before");
        tear("{\"subject\":\"%s".formatted("x".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
        deliver(mailbox, "after");

        assertThat(subjects()).containsExactly("before", "after");
    }

    private void tear(byte[] rest) throws IOException {
        Files.write(folder.resolve("mail.jsonl"), rest, StandardOpenOption.APPEND);
    }

    private List<Object> subjects() {
        return Mailbox.open(folder).to("", 0).stream()
                .map(mail -> Objects.requireNonNull(mail.get("subject")))
                .toList();
    }

    private static void deliver(Mailbox mailbox, String subject) {
        mailbox.deliver(("From: a@example.com\r\nTo: alice@example.com\r\nSubject: " + subject
                        + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }
}
