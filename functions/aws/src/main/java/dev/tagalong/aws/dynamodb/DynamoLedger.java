package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Commits with TransactWriteItems. A transaction that AWS cancels because another one is in flight is tried again with
 * full jitter for up to 3 seconds; the SDK's request token keeps a call whose answer was lost from counting twice.
 */
public final class DynamoLedger implements Ledger {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final Table table;
    private final InstantSource clock;

    public DynamoLedger(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Commit commit(WorkspaceId workspace, List<Write> writes) {
        var steps = Steps.of(table.name(), workspace, writes);
        var deadline = clock.instant().plus(PATIENCE);
        for (int tried = 1; ; tried++) {
            var result = attempt(steps);
            if (result.isPresent()) {
                return result.get();
            }
            if (!clock.instant().isBefore(deadline)) {
                return new Commit.Busy(Duration.ofSeconds(1));
            }
            table.pause().before(tried);
        }
    }

    /** What came of one try; absent if it failed for a reason that passes. */
    private Optional<Commit> attempt(List<Step> steps) {
        try {
            table.client()
                    .transactWriteItems(request ->
                            request.transactItems(steps.stream().map(Step::item).toList()));
            return Optional.of(new Commit.Committed());
        } catch (TransactionCanceledException canceled) {
            return reason(steps, canceled);
        } catch (DynamoDbException failed) {
            if (failed instanceof TransactionInProgressException
                    || failed instanceof TransactionConflictException
                    || failed.isThrottlingException()) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** Stale before anything else: who reads again may find that nothing is left to do, and must not hear of a limit. */
    private static Optional<Commit> reason(List<Step> steps, TransactionCanceledException canceled) {
        var reasons = canceled.cancellationReasons();
        var refused = IntStream.range(0, reasons.size())
                .filter(at -> "ConditionalCheckFailed".equals(reasons.get(at).code()))
                .mapToObj(at -> steps.get(at).refused().apply(reasons.get(at).item()))
                .toList();
        if (!refused.isEmpty()) {
            var stale = refused.stream().filter(Commit.Stale.class::isInstance).findFirst();
            return stale.or(() -> Optional.of(refused.getFirst()));
        }
        if (reasons.stream().map(CancellationReason::code).anyMatch(PASSING::contains)) {
            return Optional.empty();
        }
        throw canceled;
    }

    @Override
    public int next(WorkspaceId workspace, Counter counter, int step) {
        var updated = table.client()
                .updateItem(request -> request.tableName(table.name())
                        .key(Keys.counter(workspace, Item.word(counter)).attributes())
                        .updateExpression("ADD #n :step")
                        .expressionAttributeNames(Map.of("#n", "n"))
                        .expressionAttributeValues(Map.of(":step", AttributeValue.fromN(Integer.toString(step))))
                        .returnValues(ReturnValue.UPDATED_NEW));
        return Item.read(updated.attributes()).count("n");
    }
}
