package dev.tagalong.aws.ses;

import dev.tagalong.domain.mail.Letter;
import dev.tagalong.domain.mail.Mailer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * Sends letters with SendRawEmail, the one call of SES v1 that lets a letter carry headers of its own. SES has no
 * idempotency token: a letter that is sent twice arrives twice.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html">SendRawEmail</a>
 */
public final class SesMailer implements Mailer {
    private final SesClient client;
    private final MimeLetters letters;

    public SesMailer(SesClient client, MimeLetters letters) {
        this.client = client;
        this.letters = letters;
    }

    @Override
    public void send(Letter letter) {
        var mime = SdkBytes.fromByteArray(letters.write(letter));
        client.sendRawEmail(request -> request.destinations(letter.to()).rawMessage(raw -> raw.data(mime)));
    }
}
