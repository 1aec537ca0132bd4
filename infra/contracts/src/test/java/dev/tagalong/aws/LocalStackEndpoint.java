package dev.tagalong.aws;

import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** LocalStack in a container, and clients of it. Its last release that needs no account is the one named here. */
public final class LocalStackEndpoint {
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private LocalStackEndpoint() {}

    /** A container, not started yet, that serves these. */
    public static LocalStackContainer with(String... services) {
        return new LocalStackContainer(IMAGE).withServices(services);
    }

    /** A client of a container that runs. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C at(
            LocalStackContainer container, B builder) {
        var credentials = AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey());
        return builder.endpointOverride(container.getEndpoint())
                .region(Region.of(container.getRegion()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
