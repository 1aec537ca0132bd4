package dev.tagalong.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.aws.StubEndpoint;
import dev.tagalong.aws.StubEndpoint.Answer;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.purge.PurgeJob;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

final class QueuesTest {
    private static final MailKey KEY =
            new MailKey(new WorkspaceId("demo"), new UserId(42), new ConversationId(new UUID(0, 1)));
    private static final String BODY = "demo/42/00000000-0000-0000-0000-000000000001";

    private final StubEndpoint endpoint = new StubEndpoint(
            call -> new Answer(200, Map.of("Content-Type", "application/x-amz-json-1.0"), "{\"MessageId\":\"1\"}"));
    private final SqsClient client = SqsClient.builder()
            .endpointOverride(endpoint.uri("/"))
            .checksumValidationEnabled(false)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private final String url = endpoint.uri("/000000000000/mail").toString();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private String sent() {
        assertThat(endpoint.calls()).hasSize(1);
        return endpoint.calls().getFirst().body();
    }

    @ParameterizedTest
    @CsvSource({"-5000, 0", "0, 0", "1, 1", "1000, 1", "1001, 2", "900000, 900", "3600000, 900"})
    void delayIsWholeSecondsRoundedUpWithinWhatSqsTakes(long millis, int seconds) {
        new SqsMailQueue(client, url).schedule(KEY, Duration.ofMillis(millis));

        assertThat(sent())
                .containsPattern("\"DelaySeconds\":" + seconds + "[,}]")
                .contains(BODY);
    }

    @Test
    void callForMailIsReadAsItWasWritten() {
        assertThat(SqsMailQueue.read(BODY)).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo/42", "demo/x/00000000-0000-0000-0000-000000000001", "demo/42/x", "a/1/2/3"})
    void anythingElseIsNoCallForMail(String body) {
        assertThatThrownBy(() -> SqsMailQueue.read(body)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recordThatFailedIsSetAsideWithItsCause() {
        new SqsRetryQueue(client, url).setAside("{\"eventID\":\"1\"}", "it \"broke\"");

        assertThat(sent()).contains("{\\\"eventID\\\":\\\"1\\\"}").contains("it \\\"broke\\\"");
    }

    @Test
    void jobOfPurgingIsReadAsItWasWritten() {
        var event = new EventId(UUID.fromString("0198c1a4-5c1e-7abc-8def-0123456789ab"));
        var demo = new WorkspaceId("demo");
        var thread = new PurgeJob.OfConversation(new ConversationId(new UUID(0, 1)));
        var job = new PurgeJob(demo, thread, event, true);

        new SqsPurgeQueue(client, url).schedule(job, Duration.ofMinutes(5));

        var body = "demo/conversation:00000000-0000-0000-0000-000000000001/again/" + event;
        assertThat(sent()).contains(body).containsPattern("\"DelaySeconds\":300[,}]");
        assertThat(SqsPurgeQueue.read(body)).isEqualTo(job);
        assertThat(SqsPurgeQueue.read("demo/conversation:00000000-0000-0000-0000-000000000001/first/"))
                .isEqualTo(PurgeJob.of(demo, thread.id()));
    }

    @Test
    void jobsOfUsersAndTeamsAreReadAsTheyWereWritten() {
        var demo = new WorkspaceId("demo");
        var queue = new SqsPurgeQueue(client, url);

        queue.schedule(PurgeJob.of(demo, new PurgeJob.OfUser(new UserId(42))), Duration.ZERO);
        queue.schedule(PurgeJob.of(demo, new PurgeJob.OfTeam(new TeamId(7))), Duration.ZERO);

        assertThat(endpoint.calls().getFirst().body()).contains("demo/user:42/first/");
        assertThat(endpoint.calls().getLast().body()).contains("demo/team:7/first/");

        assertThat(SqsPurgeQueue.read("demo/user:42/first/"))
                .isEqualTo(PurgeJob.of(demo, new PurgeJob.OfUser(new UserId(42))));
        assertThat(SqsPurgeQueue.read("demo/team:7/first/"))
                .isEqualTo(PurgeJob.of(demo, new PurgeJob.OfTeam(new TeamId(7))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo/x/first/",
                "demo/user:x/first/",
                "demo/team:0/first/",
                "demo/conversation:x/first/",
                "demo/00000000-0000-0000-0000-000000000001/first/",
                "demo/conversation:00000000-0000-0000-0000-000000000001/third/",
                "demo/conversation:00000000-0000-0000-0000-000000000001/first",
                "demo/conversation:00000000-0000-0000-0000-000000000001/first/x"
            })
    void anythingElseIsNoJobOfPurging(String body) {
        assertThatThrownBy(() -> SqsPurgeQueue.read(body)).isInstanceOf(IllegalArgumentException.class);
    }
}
