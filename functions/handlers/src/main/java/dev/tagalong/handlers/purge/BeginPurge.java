package dev.tagalong.handlers.purge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.domain.purge.PurgeQueue;
import dev.tagalong.handlers.stream.Outbox;
import dev.tagalong.handlers.wiring.Wiring;
import java.time.Duration;
import java.util.List;

/**
 * Triggered by the table's stream, for each deletion that was committed: puts the job of purging into its queue, where it
 * waits for nobody else's. If the queue cannot be written, the batch comes again from that record on.
 */
public final class BeginPurge implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final Outbox outbox;
    private final PurgeQueue queue;

    /** For Lambda. */
    public BeginPurge() {
        this(Wiring.shared().outbox(), Wiring.shared().purgeQueue());
    }

    BeginPurge(Outbox outbox, PurgeQueue queue) {
        this.outbox = outbox;
        this.queue = queue;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        for (var record : event.getRecords()) {
            try {
                queue.schedule(job(record), Duration.ZERO);
            } catch (RuntimeException failed) {
                context.getLogger().log("a purge could not begin: " + failed, LogLevel.ERROR);
                return new StreamsEventResponse(
                        List.of(new BatchItemFailure(record.getDynamodb().getSequenceNumber())));
            }
        }
        return new StreamsEventResponse(List.of());
    }

    private PurgeJob job(DynamodbStreamRecord record) {
        var activity = outbox.read(record.getDynamodb().getNewImage());
        return PurgeJob.of(activity.workspace(), activity.conversation());
    }
}
