package dev.tagalong.aws.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.aws.StubEndpoint;
import dev.tagalong.aws.StubEndpoint.Answer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

final class S3ReceivedMailsTest {
    private static final String MAIL = """
            From: Mia <mia@example.com>
            Message-ID: <1@example.com>
            Content-Type: text/plain; charset=utf-8

            Grüße
            """.replace("\n", "\r\n");

    private final AtomicReference<Answer> answer = new AtomicReference<>(new Answer(200, Map.of(), MAIL));
    private final StubEndpoint endpoint = new StubEndpoint(call -> answer.get());
    private final S3ReceivedMails mails = new S3ReceivedMails(
            S3Client.builder()
                    .endpointOverride(endpoint.uri(""))
                    .forcePathStyle(true)
                    .httpClient(UrlConnectionHttpClient.create())
                    .build(),
            "inbound");

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aMailIsTheObjectOfItsId() {
        var mail = mails.read("0521fef30f794b7cb5694f5246fd865b").orElseThrow();

        assertThat(mail.from()).containsExactly("mia@example.com");
        assertThat(mail.messageId()).isEqualTo("<1@example.com>");
        assertThat(mail.text().strip()).isEqualTo("Grüße");
        assertThat(endpoint.calls()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.path()).isEqualTo("/inbound/0521fef30f794b7cb5694f5246fd865b");
        });
    }

    @Test
    void aMailOfMoreThanTenMegabytesIsNotRead() {
        answer.set(new Answer(200, Map.of(), MAIL + "x".repeat(10 * 1024 * 1024)));

        assertThat(mails.read("large")).isEmpty();
    }

    /** SES puts it there before it tells of it, so this is a fault that the next try may mend, and not a mail to drop. */
    @Test
    void aMailThatIsNotThereIsThrown() {
        answer.set(new Answer(
                404,
                Map.of("Content-Type", "application/xml"),
                "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>"));

        assertThatThrownBy(() -> mails.read("gone")).isInstanceOf(NoSuchKeyException.class);
    }
}
