package dev.tagalong.local.storage;

import dev.tagalong.local.template.Template;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local over HTTP, in this process, in memory or on disk. Its own server would listen on all interfaces, on a port
 * that has to be named; its handlers answer on 127.0.0.1 alone here.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html">DynamoDB Local</a>
 */
public final class Database implements AutoCloseable {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    /** Log4j adds its hook with the first message, which may come while the JVM ends already and takes none. */
    private static final String LOG4J_HOOK = "log4j2.shutdownHookEnabled";

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final URI endpoint;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;

    private Database(Server server, LocalDynamoDBServerHandler handler) {
        this.server = server;
        this.handler = handler;
        this.endpoint = server.getURI();
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

    /** Starts it on a free port; kept in that folder, or in memory if there is none. */
    public static Database start(@Nullable Path data) {
        try {
            SQLITE.setLevel(Level.OFF);
            System.setProperty(LOG4J_HOOK, "false");
            var handler = new LocalDynamoDBServerHandler(requests(data), null);
            var server = new Server();
            var connector = new ServerConnector(server);
            connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
            server.addConnector(connector);
            server.setHandler(handler);
            server.start();
            return new Database(server, handler);
        } catch (Exception failed) {
            throw new IllegalStateException("DynamoDB Local does not start", failed);
        }
    }

    private static LocalDynamoDBRequestHandler requests(@Nullable Path data) throws IOException {
        return data == null
                ? new LocalDynamoDBRequestHandler(0, true, null, false, false)
                : new LocalDynamoDBRequestHandler(
                        0, false, Files.createDirectories(data).toString(), true, false);
    }

    /** Makes the table if it is not there; gives the ARN of its stream. */
    public String create(String name, Map<String, Object> properties) {
        try {
            var found = client.describeTable(request -> request.tableName(name));
            return found.table().latestStreamArn();
        } catch (ResourceNotFoundException missing) {
            var made = client.createTable(TableProperties.request(name, properties));
            var ttl = Template.object(properties, "TimeToLiveSpecification");
            client.updateTimeToLive(request -> request.tableName(name)
                    .timeToLiveSpecification(specification -> specification
                            .attributeName(String.valueOf(ttl.get("AttributeName")))
                            .enabled(true)));
            return made.tableDescription().latestStreamArn();
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
            handler.close();
        } catch (Exception failed) {
            throw new IllegalStateException("DynamoDB Local does not stop", failed);
        }
    }
}
