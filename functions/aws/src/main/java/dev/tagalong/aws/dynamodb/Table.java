package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.fanout.InParallel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The one table, with the few kinds of read that the ports need. Every read is consistent unless it is of a global index. */
public final class Table {
    /** The sparse index of conversations, in shards, that lists are read from. */
    static final String BY_ACTIVITY = "ByActivity";
    /** The local index of inbox rows by arrival. */
    static final String BY_ARRIVAL = "ByArrival";
    /** The sparse local index of unread inbox rows by arrival. */
    static final String UNREAD = "Unread";

    private static final int MOST_KEYS = 100;
    private static final int MOST_DELETES = 25;

    private final DynamoDbClient client;
    private final String name;
    private final Pause pause;

    public Table(DynamoDbClient client, String name, Pause pause) {
        this.client = client;
        this.name = name;
        this.pause = pause;
    }

    DynamoDbClient client() {
        return client;
    }

    String name() {
        return name;
    }

    Pause pause() {
        return pause;
    }

    /** One item; empty if there is none. */
    Map<String, AttributeValue> get(Keys.Key key) {
        return client.getItem(
                        request -> request.tableName(name).key(key.attributes()).consistentRead(true))
                .item();
    }

    /** The items that exist, by key, with one call for each hundred, at once. What the table leaves unread is asked for again. */
    Map<Keys.Key, Map<String, AttributeValue>> get(Collection<Keys.Key> keys) {
        var hundreds = Set.copyOf(keys).stream()
                .gather(Gatherers.windowFixed(MOST_KEYS))
                .toList();
        var found = new HashMap<Keys.Key, Map<String, AttributeValue>>();
        InParallel.map(hundreds, this::read)
                .forEach(items -> items.forEach(item -> found.put(Keys.Key.of(item), item)));
        return found;
    }

    private List<Map<String, AttributeValue>> read(List<Keys.Key> wanted) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        var left = wanted.stream().map(Keys.Key::attributes).toList();
        for (int tried = 0; !left.isEmpty(); tried++) {
            if (tried > 0) {
                pause.before(tried);
            }
            var keys = left;
            var answer = client.batchGetItem(batch -> batch.requestItems(Map.of(
                    name,
                    KeysAndAttributes.builder().consistentRead(true).keys(keys).build())));
            found.addAll(answer.responses().getOrDefault(name, List.of()));
            var unread = answer.unprocessedKeys().get(name);
            left = unread == null ? List.of() : unread.keys();
        }
        return found;
    }

    /** Every item of a partition, in rising order. */
    List<Map<String, AttributeValue>> query(String pk) {
        return all(QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))));
    }

    /** Every item of a partition whose sort key begins so, in rising order. */
    List<Map<String, AttributeValue>> query(String pk, String prefix) {
        return query(pk, prefix, true);
    }

    /** The first so many items of a partition whose sort key begins so, in rising order. */
    List<Map<String, AttributeValue>> query(String pk, String prefix, int most) {
        return client.query(request -> request.tableName(name)
                        .consistentRead(true)
                        .limit(most)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :prefix)")
                        .expressionAttributeValues(
                                Map.of(":pk", AttributeValue.fromS(pk), ":prefix", AttributeValue.fromS(prefix))))
                .items();
    }

    /** The same in rising or falling order. */
    List<Map<String, AttributeValue>> query(String pk, String prefix, boolean rising) {
        return all(beginning(pk, prefix).scanIndexForward(rising));
    }

    /** The same in falling order, read on by so many at a time for as long as the stream is. */
    Stream<Map<String, AttributeValue>> newest(String pk, String prefix, int atOnce) {
        return stream(beginning(pk, prefix).scanIndexForward(false).limit(atOnce));
    }

    private static QueryRequest.Builder beginning(String pk, String prefix) {
        return QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :prefix)")
                .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(pk), ":prefix", AttributeValue.fromS(prefix)));
    }

    /** The keys of the first items of a partition behind that sort key, in rising order. */
    KeyPage keys(String pk, String after, int most) {
        var answer = client.query(request -> request.tableName(name)
                .consistentRead(true)
                .limit(most)
                .keyConditionExpression("PK = :pk AND SK > :after")
                .projectionExpression("PK, SK")
                .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(pk), ":after", AttributeValue.fromS(after))));
        return new KeyPage(answer.items().stream().map(Keys.Key::of).toList(), answer.hasLastEvaluatedKey());
    }

    /**
     * Some keys of a partition.
     *
     * @param more whether there may be more behind them
     */
    record KeyPage(List<Keys.Key> keys, boolean more) {}

    /** Deletes items whatever is in them, with one call for each 25; what the table leaves is asked for again. */
    void delete(List<Keys.Key> keys) {
        for (int from = 0; from < keys.size(); from += MOST_DELETES) {
            List<WriteRequest> left = keys.subList(from, Math.min(keys.size(), from + MOST_DELETES)).stream()
                    .map(key -> WriteRequest.builder()
                            .deleteRequest(delete -> delete.key(key.attributes()))
                            .build())
                    .toList();
            for (int tried = 0; !left.isEmpty(); tried++) {
                if (tried > 0) {
                    pause.before(tried);
                }
                var asked = Map.of(name, left);
                var answer = client.batchWriteItem(request -> request.requestItems(asked));
                left = answer.unprocessedItems().getOrDefault(name, List.of());
            }
        }
    }

    /** Every item of one shard of the list index; may lag. */
    List<Map<String, AttributeValue>> queryList(String shard) {
        return all(QueryRequest.builder()
                .indexName(BY_ACTIVITY)
                .keyConditionExpression("LPK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(shard))));
    }

    /** The inbox rows of a user's partition that arrived at that point or later, in rising or falling order. */
    List<Map<String, AttributeValue>> queryArrivals(String pk, String from, boolean rising) {
        return all(QueryRequest.builder()
                .indexName(BY_ARRIVAL)
                .consistentRead(true)
                .scanIndexForward(rising)
                .keyConditionExpression("PK = :pk AND arrival >= :from")
                .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(pk), ":from", AttributeValue.fromS(from))));
    }

    /** The unread inbox rows of a user's partition, newest arrival first. */
    List<Map<String, AttributeValue>> queryUnread(String pk) {
        return all(QueryRequest.builder()
                .indexName(UNREAD)
                .consistentRead(true)
                .scanIndexForward(false)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))));
    }

    private List<Map<String, AttributeValue>> all(QueryRequest.Builder request) {
        return stream(request).toList();
    }

    private Stream<Map<String, AttributeValue>> stream(QueryRequest.Builder request) {
        return client.queryPaginator(request.tableName(name).build()).items().stream();
    }
}
