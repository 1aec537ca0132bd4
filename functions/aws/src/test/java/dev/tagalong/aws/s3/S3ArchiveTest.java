package dev.tagalong.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.aws.StubEndpoint;
import dev.tagalong.aws.StubEndpoint.Answer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What goes over the wire; the same against an object store is in the end-to-end tests. */
final class S3ArchiveTest {
    private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");

    private final AtomicReference<Answer> answer = new AtomicReference<>(new Answer(200, Map.of(), ""));
    private final StubEndpoint endpoint = new StubEndpoint(call -> answer.get());
    private final S3Archive archive = new S3Archive(
            S3Client.builder()
                    .endpointOverride(endpoint.uri(""))
                    .httpClient(UrlConnectionHttpClient.create())
                    .build(),
            "bucket");

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aDocumentIsAnObjectOfItsName() {
        archive.keep("dead-letters/mail/1.json", "{\"work\":\"mail\"}");

        var call = endpoint.calls().getFirst();
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.path()).isEqualTo("/bucket/dead-letters/mail/1.json");
        assertThat(call.body()).contains("{\"work\":\"mail\"}");
    }

    @Test
    void namesAreThoseOfTheList() {
        answer.set(new Answer(
                200,
                XML,
                "<ListBucketResult><Contents><Key>a/1</Key></Contents><Contents><Key>a/2</Key></Contents>"
                        + "</ListBucketResult>"));

        assertThat(archive.names("a/", 10)).containsExactly("a/1", "a/2");
        assertThat(endpoint.calls().getLast().query()).doesNotContain("start-after");
        assertThat(archive.names("a/", "a/0", 10)).containsExactly("a/1", "a/2");
        assertThat(endpoint.calls().getLast().query()).contains("start-after=a%2F0");
    }

    @Test
    void whatIsGoneIsAbsent() {
        answer.set(new Answer(404, XML, "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>"));

        assertThat(archive.read("a/1")).isEmpty();
    }

    @Test
    void whatIsThereIsReadAndRemoved() {
        answer.set(new Answer(200, Map.of(), "{}"));

        assertThat(archive.read("a/1")).contains("{}");
        archive.remove("a/1");
        assertThat(endpoint.calls().getLast().method()).isEqualTo("DELETE");
    }
}
