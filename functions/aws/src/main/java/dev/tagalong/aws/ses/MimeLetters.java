package dev.tagalong.aws.ses;

import dev.tagalong.domain.mail.Letter;
import dev.tagalong.domain.people.AsciiAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** Writes letters as MIME: a text and an HTML part in UTF-8. Line breaks cannot get into a header. */
public final class MimeLetters {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String from;

    /**
     * A writer for one sender.
     *
     * @param from an address with or without a name, as RFC 5322 spells it
     */
    public MimeLetters(String from) {
        this.from = from;
    }

    /** The letter as it goes over the wire. */
    public byte[] write(Letter letter) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress(from));
            message.setRecipient(Message.RecipientType.TO, recipient(letter));
            message.setSubject(oneLine(letter.subject()), UTF_8);
            for (var header : letter.headers().entrySet()) {
                message.setHeader(header.getKey(), header(header.getKey(), header.getValue()));
            }
            message.setContent(
                    new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
            message.saveChanges();
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | UnsupportedEncodingException impossible) {
            throw new IllegalArgumentException("a letter that cannot be written as MIME", impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where a letter to it goes, in ASCII; absent if none can be written to it: one address and no more. */
    static Optional<String> destination(String to) {
        try {
            return Optional.of(address(to).getAddress());
        } catch (AddressException none) {
            return Optional.empty();
        }
    }

    /** The constructor with a name takes any text for an address, so it is looked at here. */
    private static InternetAddress address(String to) throws AddressException {
        var ascii = AsciiAddress.of(to).orElseThrow(() -> new AddressException("SES takes ASCII alone", to));
        var address = new InternetAddress(ascii, true);
        address.validate();
        return address;
    }

    private static InternetAddress recipient(Letter letter) throws AddressException, UnsupportedEncodingException {
        var address = address(letter.to());
        address.setPersonal(oneLine(letter.toName()), UTF_8);
        return address;
    }

    private static String header(String name, String value) throws UnsupportedEncodingException {
        return MimeUtility.fold(name.length() + 2, MimeUtility.encodeText(oneLine(value), UTF_8, null));
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\u0000]+", " ");
    }
}
