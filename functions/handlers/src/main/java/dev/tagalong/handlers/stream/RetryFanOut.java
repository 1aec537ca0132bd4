package dev.tagalong.handlers.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.fanout.FanOut;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.ArrayList;

/**
 * Triggered by the retry queue: carries out what failed before. What fails again comes again after the queue's visibility
 * timeout, and lies in the dead letter queue after eight times.
 */
public final class RetryFanOut implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Outbox outbox;
    private final FanOut fanOut;

    /** For Lambda. */
    public RetryFanOut() {
        this(Wiring.shared().outbox(), Wiring.shared().fanOut());
    }

    RetryFanOut(Outbox outbox, FanOut fanOut) {
        this.outbox = outbox;
        this.fanOut = fanOut;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var failures = new ArrayList<SQSBatchResponse.BatchItemFailure>();
        for (var message : event.getRecords()) {
            try {
                outbox.find(message.getBody()).ifPresent(fanOut::carryOut);
            } catch (RuntimeException failed) {
                context.getLogger().log("a record failed again: " + failed, LogLevel.ERROR);
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }
}
