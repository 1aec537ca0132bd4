package dev.tagalong.aws.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;

/**
 * Puts up to 25 items in one call, each unless there is one of its key: PartiQL's INSERT, whose statements stand or fall
 * each by itself. BatchWriteItem knows no conditions, and a transaction costs double and falls as a whole. What the table
 * had no room for at that moment is tried again a few times.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.multiplestatements.batching.html">
 *     Running batch operations with PartiQL</a>
 */
final class Insertion {
    private static final int TRIES = 4;

    private final Table table;
    private final List<Map<String, AttributeValue>> items;
    private final Map<Integer, RuntimeException> refused = new HashMap<>();

    private Insertion(Table table, List<Map<String, AttributeValue>> items) {
        this.table = table;
        this.items = items;
    }

    /** The places in the list of the items that were refused, and why; all others are in the table. */
    static Map<Integer, RuntimeException> of(Table table, List<Map<String, AttributeValue>> items) {
        var insertion = new Insertion(table, items);
        var left = IntStream.range(0, items.size()).boxed().toList();
        for (int tried = 0; tried < TRIES && !left.isEmpty(); tried++) {
            if (tried > 0) {
                table.pause().before(tried);
            }
            left = insertion.insert(left);
        }
        return Map.copyOf(insertion.refused);
    }

    /** Inserts the items of these places; gives the places that are worth another try. */
    private List<Integer> insert(List<Integer> places) {
        var statements =
                places.stream().map(place -> statement(items.get(place))).toList();
        var answers = table.client()
                .batchExecuteStatement(batch -> batch.statements(statements))
                .responses();
        var again = new ArrayList<Integer>();
        for (int at = 0; at < places.size(); at++) {
            int place = places.get(at);
            refused.remove(place);
            var error = answers.get(at).error();
            if (error != null && error.code() != BatchStatementErrorCodeEnum.DUPLICATE_ITEM) {
                refused.put(place, new IllegalStateException(error.codeAsString() + ": " + error.message()));
                if (mayPass(error)) {
                    again.add(place);
                }
            }
        }
        return again;
    }

    private static boolean mayPass(BatchStatementError error) {
        return switch (error.code()) {
            case THROTTLING_ERROR,
                    PROVISIONED_THROUGHPUT_EXCEEDED,
                    REQUEST_LIMIT_EXCEEDED,
                    TRANSACTION_CONFLICT,
                    INTERNAL_SERVER_ERROR -> true;
            default -> false;
        };
    }

    private BatchStatementRequest statement(Map<String, AttributeValue> item) {
        var sorted = new TreeMap<>(item);
        var fields = sorted.keySet().stream().map(name -> "'" + name + "': ?").collect(Collectors.joining(", "));
        return BatchStatementRequest.builder()
                .statement("INSERT INTO \"" + table.name() + "\" VALUE {" + fields + "}")
                .parameters(sorted.values())
                .build();
    }
}
