package dev.tagalong.checks.endtoend;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The table and the queues, reached as the functions reach them.
 *
 * @param environment of the functions
 */
public record Resources(Map<String, String> environment) {
    private static final StaticCredentialsProvider LOCAL =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    public Resources {
        environment = Map.copyOf(environment);
    }

    /** Sends a message to the queue whose address is in that variable. */
    public void send(String queue, String body) {
        try (var client = SqsClient.builder()
                .endpointOverride(endpoint("SQS"))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(LOCAL)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            client.sendMessage(
                    request -> request.queueUrl(environment.get(queue)).messageBody(body));
        }
    }

    /** Writes an item as it is. */
    public void put(Map<String, AttributeValue> item) {
        try (var client = table()) {
            client.putItem(
                    request -> request.tableName(environment.get("TABLE_NAME")).item(item));
        }
    }

    /** Removes an item. */
    public void delete(Map<String, AttributeValue> item) {
        var key = Map.of("PK", named(item, "PK"), "SK", named(item, "SK"));
        try (var client = table()) {
            client.deleteItem(
                    request -> request.tableName(environment.get("TABLE_NAME")).key(key));
        }
    }

    /** Every item there is, by its key. */
    public Map<String, Map<String, AttributeValue>> items() {
        var items = new TreeMap<String, Map<String, AttributeValue>>();
        try (var client = table()) {
            client.scanPaginator(request ->
                            request.tableName(environment.get("TABLE_NAME")).consistentRead(true))
                    .items()
                    .forEach(item -> items.put(key(item, "PK") + " " + key(item, "SK"), item));
        }
        return items;
    }

    private static String key(Map<String, AttributeValue> item, String name) {
        return named(item, name).s();
    }

    private static AttributeValue named(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), "every item has its key");
    }

    /** Takes the table away. */
    public void deleteTable() {
        try (var client = table()) {
            client.deleteTable(request -> request.tableName(environment.get("TABLE_NAME")));
        }
    }

    private DynamoDbClient table() {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint("DYNAMODB"))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(LOCAL)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private URI endpoint(String service) {
        return URI.create(environment.getOrDefault("AWS_ENDPOINT_URL_" + service, ""));
    }
}
