package dev.tagalong.local.mail;

import dev.tagalong.local.mail.MailFeedback.SentMail;
import dev.tagalong.local.wire.Loopback;
import dev.tagalong.local.wire.Loopback.Answer;
import dev.tagalong.local.wire.Loopback.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The query API of SES v1, as far as sending raw mail goes; everything sent lands in the mailbox, and what is sent faster than
 * the account may is refused.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html">What SES says then</a>
 */
public final class SesSink implements AutoCloseable {
    private static final Map<String, String> XML = Map.of("content-type", "text/xml");

    private static final int MOST = 50;

    private final Mailbox mailbox;
    private final Consumer<SentMail> sent;
    private final SendingLimit limit;
    private final Loopback server;

    private SesSink(Mailbox mailbox, int mailsPerSecond, Consumer<SentMail> sent) {
        this.mailbox = mailbox;
        this.sent = sent;
        this.limit = new SendingLimit(mailsPerSecond, InstantSource.system());
        this.server = Loopback.start(this::answer);
    }

    /** Starts it for an account of that rate; tells of each mail that it took. */
    public static SesSink start(Mailbox mailbox, int mailsPerSecond, Consumer<SentMail> sent) {
        return new SesSink(mailbox, mailsPerSecond, sent);
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return server.url();
    }

    /** Makes the account's rate another one. */
    public void limit(int mailsPerSecond) {
        limit.set(mailsPerSecond);
    }

    /** How many mails were refused for coming too fast. */
    public int refused() {
        return limit.refused();
    }

    @Override
    public void close() {
        server.close();
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
        if (!limit.take()) {
            return error("Throttling", "Maximum sending rate exceeded.");
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
