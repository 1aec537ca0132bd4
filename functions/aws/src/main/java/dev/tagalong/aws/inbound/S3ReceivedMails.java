package dev.tagalong.aws.inbound;

import dev.tagalong.domain.mail.ReceivedMail;
import dev.tagalong.domain.mail.ReceivedMails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Mail where the receipt rule puts it: an object of its own, whose key is the id that SES gave it. No more of it is read
 * than a mail may have.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-s3.html">the S3 action of a receipt
 *     rule</a>
 */
public final class S3ReceivedMails implements ReceivedMails {
    /** What a mail with its attachments may have; those are left out anyway. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final S3Client client;
    private final String bucket;

    public S3ReceivedMails(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public Optional<ReceivedMail> read(String id) {
        try (var content = client.getObject(request -> request.bucket(bucket).key(id))) {
            var raw = content.readNBytes(MOST_BYTES + 1);
            if (raw.length > MOST_BYTES) {
                content.abort();
                return Optional.empty();
            }
            return MimeReader.read(raw);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
