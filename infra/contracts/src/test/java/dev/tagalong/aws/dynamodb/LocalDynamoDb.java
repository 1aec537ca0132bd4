package dev.tagalong.aws.dynamodb;

import dev.tagalong.local.storage.Database;
import java.util.List;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The runner's DynamoDB Local in this process, over HTTP, so that errors look as they do on AWS. It keeps nothing. */
final class LocalDynamoDb {
    /** The table that all tests share; each has a workspace of its own in it. */
    static final String TABLE = "tagalong";

    private static final Database DATABASE = Database.start(null);
    private static final DynamoDbClient CLIENT = client(List.of());

    static {
        DATABASE.create(TABLE, TestTable.PROPERTIES);
    }

    private LocalDynamoDb() {}

    static DynamoDbClient client() {
        return CLIENT;
    }

    /** A client whose calls go through these as well. */
    static DynamoDbClient client(List<? extends ExecutionInterceptor> interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(DATABASE.endpoint())
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .executionInterceptors(List.copyOf(interceptors))
                        .build())
                .build();
    }
}
