package dev.tagalong.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.aws.ses.MimeLetters;
import dev.tagalong.aws.ses.SesMailer;
import dev.tagalong.aws.sqs.SqsMailQueue;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.mail.Letter;
import dev.tagalong.domain.mail.MailKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Mail and queues, on LocalStack in a container. */
@ExtendWith(SaysWhySkipped.class)
@Testcontainers(disabledWithoutDocker = true)
final class LocalStackTest {
    @Container
    private static final LocalStackContainer LOCALSTACK = LocalStackEndpoint.with("ses", "sqs");

    @Test
    void letterIsTakenAsItWasWritten() throws Exception {
        try (var ses = LocalStackEndpoint.at(LOCALSTACK, SesClient.builder());
                var http = HttpClient.newHttpClient()) {
            ses.createConfigurationSet(request -> request.configurationSet(set -> set.name("Feedback")));
            ses.verifyEmailIdentity(request -> request.emailAddress("notifications@tagalong.example"));
            var mailer = new SesMailer(ses, new MimeLetters("Tagalong <notifications@tagalong.example>"), "Feedback");

            mailer.send(new Letter(
                    "bob@example.com",
                    "Bob",
                    "Hello",
                    "text",
                    "<p>html</p>",
                    Map.of("X-Tagalong-Reason", "mention"),
                    Map.of()));

            var sent = http.send(
                    HttpRequest.newBuilder(URI.create(LOCALSTACK.getEndpoint() + "/_aws/ses"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(sent.body()).contains("X-Tagalong-Reason: mention").contains("bob@example.com");
        }
    }

    @Test
    void callForMailComesOutOfTheQueueAsItWentIn() {
        var key = new MailKey(new WorkspaceId("demo"), new UserId(42), new ConversationId(new UUID(0, 1)));
        try (var sqs = LocalStackEndpoint.at(LOCALSTACK, SqsClient.builder())) {
            var url = sqs.createQueue(request -> request.queueName("mail")).queueUrl();

            new SqsMailQueue(sqs, url).schedule(key, Duration.ZERO);

            var messages = sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(10))
                    .messages();
            assertThat(messages).hasSize(1);
            assertThat(SqsMailQueue.read(messages.getFirst().body())).isEqualTo(key);
        }
    }
}
