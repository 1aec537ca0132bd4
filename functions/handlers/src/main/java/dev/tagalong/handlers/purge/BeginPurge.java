package dev.tagalong.handlers.purge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.fanout.RetryQueue;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.domain.purge.PurgeQueue;
import dev.tagalong.handlers.wiring.Wiring;
import java.time.Duration;
import java.util.List;

/**
 * Triggered by the table's stream, for each deletion or deactivation that was committed: puts the job of purging into its
 * queue, where it waits for nobody else's. A record that cannot be read goes into that queue as it is, fails there a few times
 * and ends among the failed jobs, and delays no other; only if the queue cannot be written does the batch come again, from that
 * record on.
 */
public final class BeginPurge implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final Deletions deletions;
    private final PurgeQueue queue;
    private final RetryQueue unreadable;

    /** For Lambda. */
    public BeginPurge() {
        this(
                Wiring.shared().deletions(),
                Wiring.shared().purgeQueue(),
                Wiring.shared().unreadableDeletions());
    }

    BeginPurge(Deletions deletions, PurgeQueue queue, RetryQueue unreadable) {
        this.deletions = deletions;
        this.queue = queue;
        this.unreadable = unreadable;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        for (var record : event.getRecords()) {
            try {
                begin(record);
            } catch (RuntimeException failed) {
                context.getLogger().log("a purge could not begin: " + failed, LogLevel.ERROR);
                return new StreamsEventResponse(
                        List.of(new BatchItemFailure(record.getDynamodb().getSequenceNumber())));
            }
        }
        return new StreamsEventResponse(List.of());
    }

    private void begin(DynamodbStreamRecord record) {
        PurgeJob job;
        try {
            job = deletions.read(record.getDynamodb().getNewImage());
        } catch (RuntimeException notReadable) {
            unreadable.setAside(record.getDynamodb().getKeys().toString(), notReadable.toString());
            return;
        }
        queue.schedule(job, Duration.ZERO);
    }
}
