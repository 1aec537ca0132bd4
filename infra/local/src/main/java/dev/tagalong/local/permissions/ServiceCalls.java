package dev.tagalong.local.permissions;

import dev.tagalong.local.template.Deployment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Reads from a request what IAM would be asked about. A request of a kind that is not known here is refused, so that a
 * new one is not let through unseen.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">actions,
 *     resources and condition keys of DynamoDB</a>
 */
final class ServiceCalls {
    private static final Pattern FROM = Pattern.compile("(?mi)^From:[^@]*?([^<\\s@]+)@([^>\\s]+)");

    private static final Pattern STATEMENT = Pattern.compile("(?:INSERT INTO|(UPDATE)) \"([^\"]+)\" ");
    private static final Pattern PARTITION_KEY = Pattern.compile("\\bPK(?: =|':) \\?");

    private ServiceCalls() {}

    static List<ServiceCall> of(String operation, SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> List.of(item("GetItem", get.tableName(), get.key()));
            case BatchGetItemRequest batch ->
                batch.requestItems().keySet().stream()
                        .map(table -> new ServiceCall("dynamodb:BatchGetItem", table(table)))
                        .toList();
            case QueryRequest query -> List.of(new ServiceCall("dynamodb:Query", searched(query)));
            case PutItemRequest put -> List.of(item("PutItem", put.tableName(), put.item()));
            case UpdateItemRequest update -> List.of(item("UpdateItem", update.tableName(), update.key()));
            case DeleteItemRequest delete -> List.of(item("DeleteItem", delete.tableName(), delete.key()));
            case BatchWriteItemRequest batch -> batched(batch);
            case TransactWriteItemsRequest transaction -> transacted(transaction);
            case BatchExecuteStatementRequest batch ->
                batch.statements().stream().map(ServiceCalls::statement).toList();
            default -> other(operation, request);
        };
    }

    private static String searched(QueryRequest query) {
        return query.indexName() == null
                ? table(query.tableName())
                : table(query.tableName()) + "/index/" + query.indexName();
    }

    private static List<ServiceCall> batched(BatchWriteItemRequest batch) {
        return batch.requestItems().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(write -> write(entry.getKey(), write)))
                .toList();
    }

    private static ServiceCall write(String table, WriteRequest write) {
        var put = write.putRequest();
        return item("BatchWriteItem", table, put == null ? write.deleteRequest().key() : put.item());
    }

    /** AWS does not say whether it looks at the key of each action or at the keys of all, so both must be allowed. */
    private static List<ServiceCall> transacted(TransactWriteItemsRequest transaction) {
        var each = transaction.transactItems().stream()
                .flatMap(ServiceCalls::action)
                .toList();
        var keys = each.stream().flatMap(call -> call.keys().stream()).collect(Collectors.toUnmodifiableSet());
        var together = each.stream().map(call -> new ServiceCall(call.action(), call.resources(), keys));
        return Stream.concat(each.stream(), together).distinct().toList();
    }

    private static Stream<ServiceCall> action(TransactWriteItem item) {
        return Stream.of(
                        Stream.ofNullable(item.put()).map(put -> item("PutItem", put.tableName(), put.item())),
                        Stream.ofNullable(item.update())
                                .map(update -> item("UpdateItem", update.tableName(), update.key())),
                        Stream.ofNullable(item.delete())
                                .map(delete -> item("DeleteItem", delete.tableName(), delete.key())),
                        Stream.ofNullable(item.conditionCheck())
                                .map(check -> item("ConditionCheckItem", check.tableName(), check.key())))
                .flatMap(calls -> calls);
    }

    private static ServiceCall statement(BatchStatementRequest request) {
        var statement = STATEMENT.matcher(request.statement());
        var key = PARTITION_KEY.matcher(request.statement());
        if (!statement.lookingAt() || !key.find()) {
            throw new IllegalStateException(
                    "the runner does not know what this statement needs: " + request.statement());
        }
        int place = (int) request.statement()
                .chars()
                .limit(key.start())
                .filter(letter -> letter == '?')
                .count();
        return new ServiceCall(
                statement.group(1) == null ? "dynamodb:PartiQLInsert" : "dynamodb:PartiQLUpdate",
                Set.of(table(statement.group(2))),
                Set.of(request.parameters().get(place).s()));
    }

    private static ServiceCall item(String action, String table, Map<String, AttributeValue> item) {
        var key = item.get("PK");
        return new ServiceCall("dynamodb:" + action, Set.of(table(table)), key == null ? Set.of() : Set.of(key.s()));
    }

    private static String table(String name) {
        return Deployment.arn("dynamodb", "table/" + name);
    }

    private static List<ServiceCall> other(String operation, SdkRequest request) {
        return switch (operation) {
            case "SendMessage" -> {
                var url = field(request, "QueueUrl");
                yield List.of(new ServiceCall(
                        "sqs:SendMessage", Deployment.arn("sqs", url.substring(url.lastIndexOf('/') + 1))));
            }
            case "PutObject", "GetObject", "DeleteObject" ->
                List.of(new ServiceCall(
                        "s3:" + operation, "arn:aws:s3:::" + field(request, "Bucket") + "/" + field(request, "Key")));
            case "ListObjectsV2" ->
                List.of(new ServiceCall("s3:ListBucket", "arn:aws:s3:::" + field(request, "Bucket")));
            case "Invoke" ->
                List.of(new ServiceCall("lambda:InvokeFunction", function(field(request, "FunctionName"))));
            case "SendRawEmail" -> mail(request);
            case "PostToConnection" -> List.of(connection("POST", request));
            case "DeleteConnection" -> List.of(connection("DELETE", request));
            case "GetConnection" -> List.of(connection("GET", request));
            default -> throw new IllegalStateException("the runner does not know what " + operation + " needs");
        };
    }

    /** A function may be named by its ARN or without, with an alias or without. */
    private static String function(String name) {
        return name.startsWith("arn:") ? name : Deployment.arn("lambda", "function:" + name);
    }

    private static ServiceCall connection(String method, SdkRequest request) {
        var path = "/" + Deployment.STAGE + "/" + method + "/@connections/" + field(request, "ConnectionId");
        return new ServiceCall(
                "execute-api:ManageConnections", Deployment.arn("execute-api", Deployment.SOCKET_API + path));
    }

    /** SES asks about the sender and, apart from that, about the configuration set. */
    private static List<ServiceCall> mail(SdkRequest request) {
        var action = "ses:SendRawEmail";
        return Stream.concat(
                        Stream.of(new ServiceCall(action, identities(request), Set.of())),
                        request.getValueForField("ConfigurationSetName", String.class).stream()
                                .map(name ->
                                        new ServiceCall(action, Deployment.arn("ses", "configuration-set/" + name))))
                .toList();
    }

    /** The sender's address or its domain: SES takes either. */
    private static Set<String> identities(SdkRequest request) {
        var message = request.getValueForField("RawMessage", SdkPojo.class).orElseThrow();
        var field = message.sdkFields().getFirst().getValueOrDefault(message);
        var from = FROM.matcher(((SdkBytes) field).asString(StandardCharsets.ISO_8859_1));
        if (!from.find()) {
            throw new IllegalStateException("a mail without a sender");
        }
        var identity = Deployment.arn("ses", "identity/");
        return Set.of(identity + from.group(1) + "@" + from.group(2), identity + from.group(2));
    }

    private static String field(SdkRequest request, String name) {
        return request.getValueForField(name, String.class).orElseThrow();
    }
}
