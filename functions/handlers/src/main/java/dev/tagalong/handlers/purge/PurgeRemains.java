package dev.tagalong.handlers.purge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.purge.Purge;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.ArrayList;

/**
 * Triggered by the purge queue: takes away what hung on a deleted conversation, an erased or deactivated user or a deleted
 * team, for as long as the invocation has time, and puts the rest back. A worker that is killed leaves its job in the queue,
 * which gives it to the next one.
 */
public final class PurgeRemains implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /** What one step and putting the rest back may take. */
    private static final int RESERVE_MILLIS = 20_000;

    private final Purge purge;
    private final PurgeCalls calls;

    /** For Lambda. */
    public PurgeRemains() {
        this(Wiring.shared().purge(), Wiring.shared().purgeCalls());
    }

    PurgeRemains(Purge purge, PurgeCalls calls) {
        this.purge = purge;
        this.calls = calls;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var failures = new ArrayList<SQSBatchResponse.BatchItemFailure>();
        for (var message : event.getRecords()) {
            try {
                purge.carryOut(
                        calls.read(message.getBody()), () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
            } catch (RuntimeException failed) {
                context.getLogger().log("a purge was cut off: " + failed, LogLevel.ERROR);
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }
}
