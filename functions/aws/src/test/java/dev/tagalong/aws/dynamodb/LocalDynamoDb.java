package dev.tagalong.aws.dynamodb;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** One DynamoDB Local in this process, over HTTP, so that errors look as they do on AWS. It keeps nothing and calls nobody. */
final class LocalDynamoDb {
    /** The table that all tests share; each has a workspace of its own in it. */
    static final String TABLE = "tagalong";

    private static final URI ENDPOINT = start();
    private static final DynamoDbClient CLIENT = client(List.of());

    static {
        TestTable.create(CLIENT, TABLE);
    }

    private LocalDynamoDb() {}

    static DynamoDbClient client() {
        return CLIENT;
    }

    /** A client whose calls go through these as well. */
    static DynamoDbClient client(List<? extends ExecutionInterceptor> interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(ENDPOINT)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .executionInterceptors(List.copyOf(interceptors))
                        .build())
                .build();
    }

    private static URI start() {
        try {
            var server = new Server();
            var connector = new ServerConnector(server);
            connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
            server.addConnector(connector);
            server.setHandler(
                    new LocalDynamoDBServerHandler(new LocalDynamoDBRequestHandler(0, true, null, true, false), null));
            server.start();
            return server.getURI();
        } catch (Exception broken) {
            throw new IllegalStateException("DynamoDB Local did not start", broken);
        }
    }
}
