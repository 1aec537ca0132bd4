package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Commits with TransactWriteItems. A transaction that AWS cancels because another one is in flight is tried again with
 * full jitter for up to 3 seconds. Until AWS says that it is cancelled it may still come true, however many answers were lost
 * or refused; so all tries up to then have the same request token, and count once.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">How transactions
 *     work: idempotency</a>
 */
public final class DynamoLedger implements Ledger {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Commit BUSY = new Commit.Busy(Duration.ofSeconds(1));
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final Table table;
    private final InstantSource clock;
    private final Ids ids;

    public DynamoLedger(Table table, InstantSource clock, Ids ids) {
        this.table = table;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Commit commit(WorkspaceId workspace, List<Write> writes) {
        var steps = Steps.of(table.name(), workspace, writes);
        var deadline = clock.instant().plus(PATIENCE);
        var token = ids.random();
        for (int tried = 1; ; tried++) {
            try {
                write(steps, token);
                return new Commit.Committed();
            } catch (TransactionCanceledException canceled) {
                var reason = reason(steps, canceled);
                if (reason.isPresent() || !waits(tried, deadline)) {
                    return reason.orElse(BUSY);
                }
                token = ids.random();
            } catch (TransactionInProgressException undecided) {
                if (!waits(tried, deadline)) {
                    throw undecided;
                }
            } catch (DynamoDbException failed) {
                if (!failed.isThrottlingException()) {
                    throw failed;
                }
                if (!waits(tried, deadline)) {
                    return BUSY;
                }
            }
        }
    }

    private void write(List<Step> steps, UUID token) {
        table.client()
                .transactWriteItems(request -> request.clientRequestToken(token.toString())
                        .transactItems(steps.stream().map(Step::item).toList()));
    }

    /** Waits a moment before the next try; false if the time for tries is over. */
    private boolean waits(int tried, Instant deadline) {
        boolean over = !clock.instant().isBefore(deadline);
        if (!over) {
            table.pause().before(tried);
        }
        return !over;
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
