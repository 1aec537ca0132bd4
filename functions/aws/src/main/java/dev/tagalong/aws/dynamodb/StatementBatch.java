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
 * Runs up to 25 conditional writes in one call: PartiQL statements, which stand or fall each by itself. BatchWriteItem knows
 * no conditions, and a transaction costs double and falls as a whole. A statement whose condition does not hold has nothing
 * to do. What the table had no room for at that moment is tried again a few times.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.multiplestatements.batching.html">
 *     Running batch operations with PartiQL</a>
 */
final class StatementBatch {
    private static final int TRIES = 4;

    private final Table table;
    private final List<BatchStatementRequest> statements;
    private final Map<Integer, RuntimeException> refused = new HashMap<>();

    private StatementBatch(Table table, List<BatchStatementRequest> statements) {
        this.table = table;
        this.statements = statements;
    }

    /** Puts an item unless there is one of its key. */
    static BatchStatementRequest insertion(String table, Map<String, AttributeValue> item) {
        var sorted = new TreeMap<>(item);
        var fields = sorted.keySet().stream().map(name -> "'" + name + "': ?").collect(Collectors.joining(", "));
        return BatchStatementRequest.builder()
                .statement("INSERT INTO \"" + table + "\" VALUE {" + fields + "}")
                .parameters(sorted.values())
                .build();
    }

    /** The places in the list of the statements that were refused, and why; all others are carried out. */
    static Map<Integer, RuntimeException> run(Table table, List<BatchStatementRequest> statements) {
        var batch = new StatementBatch(table, statements);
        var left = IntStream.range(0, statements.size()).boxed().toList();
        for (int tried = 0; tried < TRIES && !left.isEmpty(); tried++) {
            if (tried > 0) {
                table.pause().before(tried);
            }
            left = batch.run(left);
        }
        return Map.copyOf(batch.refused);
    }

    /** Runs the statements of these places; gives the places that are worth another try. */
    private List<Integer> run(List<Integer> places) {
        var asked = places.stream().map(statements::get).toList();
        var answers = table.client()
                .batchExecuteStatement(batch -> batch.statements(asked))
                .responses();
        var again = new ArrayList<Integer>();
        for (int at = 0; at < places.size(); at++) {
            int place = places.get(at);
            refused.remove(place);
            var error = answers.get(at).error();
            if (error != null && !hasNothingToDo(error)) {
                refused.put(place, new IllegalStateException(error.codeAsString() + ": " + error.message()));
                if (mayPass(error)) {
                    again.add(place);
                }
            }
        }
        return again;
    }

    private static boolean hasNothingToDo(BatchStatementError error) {
        return error.code() == BatchStatementErrorCodeEnum.DUPLICATE_ITEM
                || error.code() == BatchStatementErrorCodeEnum.CONDITIONAL_CHECK_FAILED;
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
}
