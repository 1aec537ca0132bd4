package dev.tagalong.aws.ses;

import dev.tagalong.domain.mail.Letter;
import dev.tagalong.domain.mail.Mailer;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SesException;

/**
 * Sends letters with SendRawEmail, the one call of SES v1 that lets a letter carry headers of its own. SES has no
 * idempotency token: a letter that is sent twice arrives twice.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html">SendRawEmail</a>
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html">What is sent too fast</a>
 */
public final class SesMailer implements Mailer {
    /** Both limits have the same error code; only its message says which one it is. */
    private static final String QUOTA = "Daily message quota exceeded";

    private final SesClient client;
    private final MimeLetters letters;
    private final String configurationSet;

    /**
     * A mailer.
     *
     * @param configurationSet whose event destinations hear of bounces and complaints
     */
    public SesMailer(SesClient client, MimeLetters letters, String configurationSet) {
        this.client = client;
        this.letters = letters;
        this.configurationSet = configurationSet;
    }

    @Override
    public Taking send(Letter letter) {
        return MimeLetters.destination(letter.to()).map(to -> send(letter, to)).orElse(Taking.NO_ADDRESS);
    }

    private Taking send(Letter letter, String to) {
        var mime = SdkBytes.fromByteArray(letters.write(letter));
        try {
            client.sendRawEmail(request -> request.destinations(to)
                    .configurationSetName(configurationSet)
                    .tags(tags(letter))
                    .rawMessage(raw -> raw.data(mime)));
            return Taking.TAKEN;
        } catch (SesException refused) {
            if (refused.isThrottlingException()) {
                return String.valueOf(refused.getMessage()).contains(QUOTA) ? Taking.QUOTA_SPENT : Taking.TOO_FAST;
            }
            throw refused;
        }
    }

    private static List<MessageTag> tags(Letter letter) {
        return letter.tags().entrySet().stream()
                .map(tag -> MessageTag.builder()
                        .name(tag.getKey())
                        .value(tag.getValue())
                        .build())
                .toList();
    }
}
