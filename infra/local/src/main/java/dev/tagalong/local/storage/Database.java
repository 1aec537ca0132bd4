package dev.tagalong.local.storage;

import dev.tagalong.local.template.Template;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local over HTTP, in this process, in memory or on disk. */
public final class Database implements AutoCloseable {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final DynamoDBProxyServer server;
    private final URI endpoint;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;

    private Database(DynamoDBProxyServer server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
        this.client = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        this.streams = DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Starts it; kept in that folder, or in memory if there is none. */
    public static Database start(@Nullable Path data) {
        try {
            int port = freePort();
            var where = data == null
                    ? List.of("-inMemory")
                    : List.of(
                            "-sharedDb",
                            "-dbPath",
                            Files.createDirectories(data).toString());
            var arguments = new ArrayList<>(where);
            arguments.addAll(List.of("-disableTelemetry", "-port", Integer.toString(port)));
            var server =
                    Quietly.call(() -> ServerRunner.createServerFromCommandLineArgs(arguments.toArray(String[]::new)));
            Quietly.run(server::start);
            return new Database(server, URI.create("http://127.0.0.1:" + port));
        } catch (Exception failed) {
            throw new IllegalStateException("DynamoDB Local does not start", failed);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Makes the table if it is not there; gives the ARN of its stream, and whether the table is new. */
    public Made create(String name, Map<String, Object> properties) {
        try {
            var found = client.describeTable(request -> request.tableName(name));
            return new Made(found.table().latestStreamArn(), false);
        } catch (ResourceNotFoundException missing) {
            var made = client.createTable(TableProperties.request(name, properties));
            var ttl = Template.object(properties, "TimeToLiveSpecification");
            client.updateTimeToLive(request -> request.tableName(name)
                    .timeToLiveSpecification(specification -> specification
                            .attributeName(String.valueOf(ttl.get("AttributeName")))
                            .enabled(true)));
            return new Made(made.tableDescription().latestStreamArn(), true);
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    public DynamoDbStreamsClient streams() {
        return streams;
    }

    @Override
    public void close() {
        client.close();
        streams.close();
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("DynamoDB Local does not stop", failed);
        }
    }

    /**
     * A table.
     *
     * @param isNew whether it was made just now
     */
    public record Made(String streamArn, boolean isNew) {}
}
