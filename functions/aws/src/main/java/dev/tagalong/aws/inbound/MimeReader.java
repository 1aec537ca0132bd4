package dev.tagalong.aws.inbound;

import dev.tagalong.domain.mail.ReceivedMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a mail apart. Of alternatives the plain text is read, of a mail in HTML only the text in it. */
final class MimeReader {
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
    /** Deeper than any program nests its parts. */
    private static final int DEEPEST = 20;

    private int attachments;
    private boolean isCut;

    private MimeReader() {}

    /** The mail; absent if it cannot be read as one. */
    static Optional<ReceivedMail> read(byte[] raw) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            var reader = new MimeReader();
            var text = reader.text(message, 0);
            return Optional.of(new ReceivedMail(
                    message.getMessageID(),
                    from(message),
                    isAutomatic(message),
                    text,
                    reader.attachments,
                    reader.isCut));
        } catch (MessagingException | IOException malformed) {
            return Optional.empty();
        }
    }

    private static List<String> from(MimeMessage message) throws MessagingException {
        var from = message.getFrom();
        return from == null
                ? List.of()
                : Arrays.stream(from)
                        .map(address -> address instanceof InternetAddress internet
                                ? String.valueOf(internet.getAddress())
                                : address.toString())
                        .toList();
    }

    /**
     * Whether its headers say that no person wrote it.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3834">RFC 3834, automatic responses</a>
     */
    private static boolean isAutomatic(MimeMessage message) throws MessagingException {
        var submitted = first(message, "Auto-Submitted");
        var precedence = first(message, "Precedence");
        var returned = first(message, "Return-Path");
        return (submitted != null && !submitted.toLowerCase(Locale.ROOT).startsWith("no"))
                || (precedence != null && BULK.contains(precedence.toLowerCase(Locale.ROOT)))
                || "<>".equals(returned)
                || first(message, "List-Id") != null
                || first(message, "X-Autoreply") != null
                || first(message, "X-Tagalong-Reason") != null;
    }

    private static @Nullable String first(MimeMessage message, String name) throws MessagingException {
        var values = message.getHeader(name);
        return values == null || values.length == 0 ? null : values[0].strip();
    }

    private String text(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null) {
            attachments++;
            return "";
        }
        if (part.isMimeType("text/html")) {
            return text(decoded(part));
        }
        if (part.isMimeType("text/plain")) {
            return decoded(part);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            return part.isMimeType("multipart/alternative") ? best(parts, depth) : all(parts, depth);
        }
        attachments++;
        return "";
    }

    private String text(String html) throws MessagingException {
        isCut |= html.length() > HtmlText.MOST_LETTERS;
        try {
            return HtmlText.of(html);
        } catch (RuntimeException hostile) {
            throw new MessagingException("its HTML cannot be read", hostile);
        }
    }

    private String best(Multipart parts, int depth) throws MessagingException, IOException {
        int last = parts.getCount() - 1;
        for (int at = 0; at < last; at++) {
            if (parts.getBodyPart(at).isMimeType("text/plain")) {
                var plain = text(parts.getBodyPart(at), depth + 1);
                if (!plain.isBlank()) {
                    return plain;
                }
            }
        }
        return last < 0 ? "" : text(parts.getBodyPart(last), depth + 1);
    }

    private String all(Multipart parts, int depth) throws MessagingException, IOException {
        var all = new StringBuilder();
        for (int at = 0; at < parts.getCount(); at++) {
            var text = text(parts.getBodyPart(at), depth + 1);
            all.append(all.isEmpty() || text.isEmpty() ? "" : "\n").append(text);
        }
        return all.toString();
    }

    /** In the character set that it names; in UTF-8 if there is no such. No character that a message may not have. */
    private static String decoded(Part part) throws MessagingException, IOException {
        try {
            return clean(String.valueOf(part.getContent()));
        } catch (IOException unknownCharset) {
            return clean(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String clean(String text) {
        return text.replace("\u0000", "");
    }
}
