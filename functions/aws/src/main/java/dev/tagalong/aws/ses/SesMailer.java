package dev.tagalong.aws.ses;

import dev.tagalong.domain.mail.Letter;
import dev.tagalong.domain.mail.Mailer;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;

/**
 * Sends letters with SendRawEmail, the one call of SES v1 that lets a letter carry headers of its own. SES has no
 * idempotency token: a letter that is sent twice arrives twice.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html">SendRawEmail</a>
 */
public final class SesMailer implements Mailer {
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
    public void send(Letter letter) {
        var mime = SdkBytes.fromByteArray(letters.write(letter));
        client.sendRawEmail(request -> request.destinations(letter.to())
                .configurationSetName(configurationSet)
                .tags(tags(letter))
                .rawMessage(raw -> raw.data(mime)));
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
