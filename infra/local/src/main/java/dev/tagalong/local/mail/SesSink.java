package dev.tagalong.local.mail;

import dev.tagalong.local.wire.Loopback;
import dev.tagalong.local.wire.Loopback.Answer;
import dev.tagalong.local.wire.Loopback.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The query API of SES v1, as far as sending raw mail goes; everything sent lands in the mailbox. */
public final class SesSink {
    private static final Map<String, String> XML = Map.of("content-type", "text/xml");

    private final Mailbox mailbox;

    private SesSink(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Starts it. */
    public static Loopback start(Mailbox mailbox) {
        return Loopback.start(new SesSink(mailbox)::answer);
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
        return new Answer(
                200,
                XML,
                "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendRawEmailResult>"
                        + "<MessageId>" + UUID.randomUUID() + "</MessageId></SendRawEmailResult>"
                        + "<ResponseMetadata><RequestId>" + UUID.randomUUID()
                        + "</RequestId></ResponseMetadata></SendRawEmailResponse>");
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
