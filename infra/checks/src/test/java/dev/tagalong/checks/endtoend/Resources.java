package dev.tagalong.checks.endtoend;

import dev.tagalong.aws.s3.S3Archive;
import dev.tagalong.domain.archive.Archive;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
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
        sendByUrl(environment.getOrDefault(queue, ""), body);
    }

    /** Sends a message to the queue of that logical id. */
    public void sendTo(String name, String body) {
        var sibling = environment.getOrDefault("MAIL_QUEUE_URL", "");
        sendByUrl(sibling.substring(0, sibling.lastIndexOf('/') + 1) + name, body);
    }

    private void sendByUrl(String url, String body) {
        try (var client = SqsClient.builder()
                .endpointOverride(endpoint("SQS"))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(LOCAL)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            client.sendMessage(request -> request.queueUrl(url).messageBody(body));
        }
    }

    /** The archive of what failed for good. */
    Archive archive() {
        var client = S3Client.builder()
                .endpointOverride(endpoint("S3"))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(LOCAL)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        return new S3Archive(client, environment.getOrDefault("FAILURE_BUCKET", ""));
    }

    /** Whether API Gateway has a connection. */
    boolean isOpen(String connection) {
        try (var client = ApiGatewayManagementApiClient.builder()
                .endpointOverride(endpoint("APIGATEWAYMANAGEMENTAPI"))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(LOCAL)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            client.getConnection(request -> request.connectionId(connection));
            return true;
        } catch (GoneException gone) {
            return false;
        }
    }

    /** What the stream says when an item of text attributes and numbers is written. */
    static Map<String, Object> streamRecord(Map<String, AttributeValue> item) {
        var image = item.entrySet().stream()
                .filter(attribute -> attribute.getValue().type() == AttributeValue.Type.S
                        || attribute.getValue().type() == AttributeValue.Type.N)
                .collect(Collectors.toMap(Map.Entry::getKey, attribute -> value(attribute.getValue())));
        image.put("details", Map.of("M", Map.of()));
        var keys = Map.of("PK", value(named(item, "PK")), "SK", value(named(item, "SK")));
        return Map.of(
                "eventName",
                "INSERT",
                "dynamodb",
                Map.of(
                        "Keys",
                        keys,
                        "NewImage",
                        image,
                        "SequenceNumber",
                        "1",
                        "ApproximateCreationDateTime",
                        1_700_000_000));
    }

    private static Map<String, Object> value(AttributeValue value) {
        return value.type() == AttributeValue.Type.S ? Map.of("S", value.s()) : Map.of("N", value.n());
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
