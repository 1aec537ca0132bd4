package dev.tagalong.local.mail;

import dev.tagalong.local.mail.MailFeedback.SentMail;
import dev.tagalong.local.wire.Loopback;
import dev.tagalong.local.wire.Loopback.Answer;
import dev.tagalong.local.wire.Loopback.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The query API of SES v1, as far as sending raw mail goes; everything sent lands in the mailbox. */
public final class SesSink {
    private static final Map<String, String> XML = Map.of("content-type", "text/xml");

    private static final int MOST = 50;

    private final Mailbox mailbox;
    private final Consumer<SentMail> sent;

    private SesSink(Mailbox mailbox, Consumer<SentMail> sent) {
        this.mailbox = mailbox;
        this.sent = sent;
    }

    /** Starts it; tells of each mail that it took. */
    public static Loopback start(Mailbox mailbox, Consumer<SentMail> sent) {
        return Loopback.start(new SesSink(mailbox, sent)::answer);
    }

    private Answer answer(Asked asked) {
        var form = Arrays.stream(asked.body().split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        if (!"SendRawEmail".equals(form.get("Action"))) {
            return error("InvalidAction", "only SendRawEmail is known here");
        }
        try {
            mailbox.deliver(Base64.getDecoder().decode(form.getOrDefault("RawMessage.Data", "")));
        } catch (IllegalArgumentException malformed) {
            return error("InvalidParameterValue", "the raw message is not MIME");
        }
        var id = UUID.randomUUID().toString();
        sent.accept(mail(id, form));
        return new Answer(
                200,
                XML,
                "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendRawEmailResult>"
                        + "<MessageId>" + id + "</MessageId></SendRawEmailResult>"
                        + "<ResponseMetadata><RequestId>" + UUID.randomUUID()
                        + "</RequestId></ResponseMetadata></SendRawEmailResponse>");
    }

    private static SentMail mail(String id, Map<String, String> form) {
        var tags = new HashMap<String, String>();
        members("Tags.member.%d.Name", form)
                .forEach(at -> tags.put(
                        form.get("Tags.member." + at + ".Name"),
                        form.getOrDefault("Tags.member." + at + ".Value", "")));
        var destinations = members("Destinations.member.%d", form)
                .map(at -> form.get("Destinations.member." + at))
                .toList();
        return new SentMail(id, destinations, form.getOrDefault("ConfigurationSetName", ""), tags);
    }

    private static Stream<Integer> members(String name, Map<String, String> form) {
        return IntStream.rangeClosed(1, MOST).boxed().takeWhile(at -> form.containsKey(name.formatted(at)));
    }

    private static Answer error(String code, String message) {
        return new Answer(
                400,
                XML,
                "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>Sender</Type><Code>"
                        + code + "</Code><Message>" + message + "</Message></Error><RequestId>" + UUID.randomUUID()
                        + "</RequestId></ErrorResponse>");
    }
}
