package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * A request as a line of text: what is called, consistently or not, and the keys in it, sorted. The workspace is left out,
 * the conversation is {@code c}, and of an event nothing is said but that it is one.
 */
record CallLine(WorkspaceId workspace, ConversationId conversation) {
    String of(SdkRequest request) {
        return switch (request) {
            case BatchGetItemRequest read ->
                line("BatchGetItem", read.requestItems().values());
            case QueryRequest query -> consistent(query.consistentRead()) + "Query [" + prefix(query) + "]";
            case TransactWriteItemsRequest write ->
                line("TransactWriteItems", write.transactItems().stream().map(this::action));
            case PutItemRequest put -> line("PutItem", Stream.of(name(put.item())));
            default -> request.toString();
        };
    }

    private String line(String called, Collection<KeysAndAttributes> tables) {
        boolean all = tables.stream().allMatch(asked -> Boolean.TRUE.equals(asked.consistentRead()));
        return consistent(all)
                + line(
                        called,
                        tables.stream().flatMap(asked -> asked.keys().stream()).map(this::name));
    }

    private static String line(String called, Stream<String> keys) {
        return called + " " + keys.sorted().toList();
    }

    private static String consistent(Boolean so) {
        return Boolean.TRUE.equals(so) ? "consistent " : "";
    }

    private String prefix(QueryRequest query) {
        var values = query.expressionAttributeValues();
        return name(Map.of(Keys.PK, values.get(":pk"), Keys.SK, values.get(":prefix")));
    }

    private String action(TransactWriteItem item) {
        if (item.put() != null) {
            return "put " + name(item.put().item());
        }
        if (item.update() != null) {
            return "update " + name(item.update().key());
        }
        return item.delete() == null
                ? "check " + name(item.conditionCheck().key())
                : "delete " + name(item.delete().key());
    }

    private String name(Map<String, AttributeValue> item) {
        var key = Keys.Key.of(item);
        return (key.pk() + " " + key.sk())
                .replace("W#" + workspace.value() + "#", "")
                .replace(conversation.toString(), "c")
                .replaceAll(" EVT#.*", " EVT#");
    }
}
