package dev.tagalong.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.aws.StubEndpoint;
import dev.tagalong.aws.StubEndpoint.Answer;
import dev.tagalong.domain.mail.Letter;
import dev.tagalong.domain.mail.Mailer.Taking;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;

final class SesMailerTest {
    private static final Letter LETTER = new Letter(
            "bob@example.com",
            "Bob",
            "Hello",
            "text",
            "<p>html</p>",
            Map.of("X-Tagalong-Reason", "mention"),
            Map.of("user", "42"));
    private static final Answer SENT = new Answer(
            200,
            Map.of("Content-Type", "text/xml"),
            "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendRawEmailResult>"
                    + "<MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>");
    private static final Answer REJECTED = new Answer(
            400,
            Map.of("Content-Type", "text/xml"),
            "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>Sender</Type>"
                    + "<Code>MessageRejected</Code><Message>no</Message></Error></ErrorResponse>");

    private final AtomicReference<Answer> answer = new AtomicReference<>(SENT);
    private final StubEndpoint endpoint = new StubEndpoint(call -> answer.get());
    private final SesMailer mailer = new SesMailer(
            SesClient.builder()
                    .endpointOverride(endpoint.uri("/"))
                    .httpClient(UrlConnectionHttpClient.create())
                    .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                    .build(),
            new MimeLetters("Tagalong <notifications@tagalong.example>"),
            "Feedback");

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void letterIsSentRawToItsOneRecipient() {
        mailer.send(LETTER);

        assertThat(endpoint.calls()).hasSize(1);
        var form = URLDecoder.decode(endpoint.calls().getFirst().body(), StandardCharsets.UTF_8);
        assertThat(form)
                .contains("Action=SendRawEmail")
                .contains("Destinations.member.1=bob@example.com")
                .contains("ConfigurationSetName=Feedback")
                .contains("Tags.member.1.Name=user")
                .contains("Tags.member.1.Value=42");
        assertThat(raw(endpoint.calls().getFirst().body())).contains("X-Tagalong-Reason: mention");
    }

    @Test
    void domainIsSentInPunycode() {
        mailer.send(new Letter("bob@bücher.example", "Bob", "Hello", "text", "<p>html</p>", Map.of(), Map.of()));

        var body = endpoint.calls().getFirst().body();
        assertThat(URLDecoder.decode(body, StandardCharsets.UTF_8))
                .contains("Destinations.member.1=bob@xn--bcher-kva.example");
        assertThat(raw(body)).contains("To: Bob <bob@xn--bcher-kva.example>");
    }

    private static String raw(String form) {
        var data = Pattern.compile("RawMessage\\.Data=([^&]*)").matcher(form);
        assertThat(data.find()).isTrue();
        var bytes = Base64.getDecoder().decode(URLDecoder.decode(data.group(1), StandardCharsets.UTF_8));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void letterThatWasNotTakenIsThrown() {
        answer.set(REJECTED);

        assertThatThrownBy(() -> mailer.send(LETTER)).isInstanceOf(MessageRejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob..smith@example.com",
                "bob.@x.example",
                "bob@x_y.example",
                "böb@example.com",
                "bob@straße.example",
                "bob@x\u05D0y.example",
                "bob",
                ""
            })
    void letterToWhatIsNoAddressIsNeitherSentNorThrown(String to) {
        var letter = new Letter(to, "Bob", "Hello", "text", "<p>html</p>", Map.of(), Map.of());

        assertThat(mailer.send(letter)).isEqualTo(Taking.NO_ADDRESS);
        assertThat(endpoint.calls()).isEmpty();
    }

    @Test
    void whatIsTooMuchIsNotTaken() {
        answer.set(throttling("Maximum sending rate exceeded."));
        assertThat(mailer.send(LETTER)).isEqualTo(Taking.TOO_FAST);

        answer.set(throttling("Daily message quota exceeded."));
        assertThat(mailer.send(LETTER)).isEqualTo(Taking.QUOTA_SPENT);

        answer.set(SENT);
        assertThat(mailer.send(LETTER)).isEqualTo(Taking.TAKEN);
    }

    private static Answer throttling(String message) {
        return new Answer(
                400,
                Map.of("Content-Type", "text/xml"),
                REJECTED.body().replace("MessageRejected", "Throttling").replace(">no<", ">" + message + "<"));
    }
}
