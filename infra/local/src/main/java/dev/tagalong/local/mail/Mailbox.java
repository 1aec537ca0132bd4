package dev.tagalong.local.mail;

import dev.tagalong.local.wire.Json;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Mail that was sent, as its MIME says it, oldest first; kept in a file if there is one. */
public final class Mailbox {
    private final List<Map<String, Object>> mails = new CopyOnWriteArrayList<>();
    private final @Nullable Path file;
    /** Where the last whole line ends, in bytes; what a killed runner or a full disk left behind it is written over. */
    private long end;

    private Mailbox(@Nullable Path file) {
        this.file = file;
    }

    /** Opens the mailbox that is kept in that folder, or one in memory. */
    public static Mailbox open(@Nullable Path directory) {
        if (directory == null) {
            return new Mailbox(null);
        }
        try {
            var file = directory.resolve("mail.jsonl");
            var mailbox = new Mailbox(file);
            if (Files.exists(file)) {
                mailbox.read(Files.readAllBytes(file));
            }
            return mailbox;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads whole lines; whoever sent the mail of one that was not finished got no answer. */
    private void read(byte[] kept) {
        int length = kept.length;
        while (length > 0 && kept[length - 1] != '\n') {
            length--;
        }
        end = length;
        new String(kept, 0, length, StandardCharsets.UTF_8).lines().forEach(line -> mails.add(Json.object(line)));
    }

    /** Takes a mail; throws IllegalArgumentException if it is not MIME. */
    public synchronized void deliver(byte[] raw) {
        try {
            var mail = read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
            if (file != null) {
                append(file, (Json.write(mail) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            mails.add(mail);
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException("not MIME", malformed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void append(Path to, byte[] line) throws IOException {
        try (var channel = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end).position(end);
            Channels.newOutputStream(channel).write(line);
            end = channel.position();
        }
    }

    /** The mails to an address, whatever its case, but for the first so many; to anybody if it is empty. */
    public List<Map<String, Object>> to(String address, int skipped) {
        return mails.stream()
                .filter(mail -> address.isEmpty() || address.equalsIgnoreCase(String.valueOf(mail.get("to"))))
                .skip(skipped)
                .toList();
    }

    private static Map<String, Object> read(MimeMessage message) throws MessagingException, IOException {
        var headers = new LinkedHashMap<String, Object>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.put(header.getName(), header.getValue().replaceAll("\\r?\\n[ \\t]", " "));
        }
        var to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
        return Json.of(
                "to", to.getAddress(),
                "from", message.getFrom()[0].toString(),
                "subject", message.getSubject(),
                "text", content(message, "text/plain"),
                "html", content(message, "text/html"),
                "headers", headers,
                "sent_at", Instant.now().toString());
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                var found = content(parts.getBodyPart(at), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
